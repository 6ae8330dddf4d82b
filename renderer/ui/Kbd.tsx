/** A key to press. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className="tg-kbd">{children}</kbd>;
}
