import { Field } from './field';
import { SubmitButton } from './submit-button';

interface AddressFormProps {
  readonly action: (form: FormData) => void;
  readonly address: string;
  readonly problem: string | undefined;
}

/** The address of a feed, or of a site that may name its feeds. */
export function AddressForm({ action, address, problem }: AddressFormProps) {
  return (
    <form action={action} className="mt-4 max-w-[72ch]" noValidate>
      <input type="hidden" name="do" value="preview" />
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow" role={problem === undefined ? undefined : 'alert'}>
          <Field
            label="Address"
            name="url"
            type="url"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={2_000}
            required
            placeholder="https://outlet.example/feed"
            hint="Of a feed (RSS, Atom, RDF or JSON Feed), or of a site: then its feeds are looked for."
            problem={problem}
            defaultValue={address}
          />
        </div>
        <div className="pt-5">
          <SubmitButton label="Preview" pendingLabel="Looking…" />
        </div>
      </div>
    </form>
  );
}
