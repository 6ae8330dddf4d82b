import type { Reply } from '../../shared/api/call.ts';
import type { CallName, Input, Output } from '../../shared/api/contract.ts';

/** One call of a running host, past its page. @param address with the launch token @throws Error with the code of a refusal */
export async function askHost<N extends CallName>(address: string, name: N, input: Input<N>): Promise<Output<N>> {
  const { origin, hash } = new URL(address);
  const headers = { 'content-type': 'application/json', 'x-tidegate-token': hash.slice('#t='.length) };
  const response = await fetch(`${origin}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
  const reply = (await response.json()) as Reply; // our own host's
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`);
  return reply.value as Output<N>;
}
