export interface NumberFieldProps {
  /** Stands behind the number: `hours`. */
  readonly label: string;
  /** What it is called where the unit says too little. */
  readonly name?: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A small whole number with its unit behind it. */
export function NumberField({ label, name, value, least, most, onChange }: NumberFieldProps) {
  return (
    <label className="tg-number">
      <input
        className="tg-input"
        type="number"
        inputMode="numeric"
        {...(name !== undefined && { 'aria-label': name })}
        min={least}
        max={most}
        value={value}
        onChange={(event) => {
          const count = Math.round(Number(event.target.value));
          if (Number.isFinite(count)) onChange(Math.min(most, Math.max(least, count)));
        }}
      />
      {label}
    </label>
  );
}
