interface FindFormProps {
  /** Of the page that answers. */
  readonly path: string;
  /** What the search is called in the address. */
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** What else of the address stays as it is. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** One line to look something up by; the address says what was looked for. */
export function FindForm({ path, name, label, placeholder, value, keep = {} }: FindFormProps) {
  return (
    <form action={path} role="search" aria-label={label} className="flex gap-2">
      {Object.entries(keep).map(([key, kept]) => (
        <input key={key} type="hidden" name={key} value={kept} />
      ))}
      <input
        type="search"
        name={name}
        defaultValue={value}
        aria-label={label}
        placeholder={placeholder}
        maxLength={500}
        autoComplete="off"
        className="h-8 w-full max-w-96 min-w-0 rounded-4 border border-faint bg-bg px-2.5 text-13 placeholder:text-faint pointer-coarse:h-11 pointer-coarse:text-15"
      />
      <button
        type="submit"
        className="h-8 rounded-4 border border-line bg-surface px-3 text-13 hover:border-faint pointer-coarse:h-11"
      >
        Find
      </button>
    </form>
  );
}
