import { DeskLink } from './desk-link';

const LICENCE_URL = 'https://www.apache.org/licenses/LICENSE-2.0';

export function Footer({ removalContact }: { removalContact: string | undefined }) {
  return (
    <footer className="border-t border-line text-12 text-muted">
      <div className="mx-auto flex max-w-360 flex-wrap justify-between gap-x-10 gap-y-4 px-4 py-6">
        <p className="max-w-[64ch] leading-article text-pretty">
          Tapewire gathers headlines and short texts from the feeds of the publishers named beside them and
          links to the originals, which stay theirs. Prices come from the exchanges named beside them and may
          be late or wrong: each says how old it is. Nothing here is advice.
          <RemovalContact contact={removalContact} />
        </p>
        <nav aria-label="More of the desk">
          <ul className="flex flex-wrap gap-x-4 two:flex-col two:text-end">
            <FooterLink href="/source" label="Sources" />
            <FooterLink href="/token" label="Tokens" />
            <FooterLink href="/topic" label="Topics" />
            <FooterLink href="/status" label="Status of feeds and venues" />
            <FooterLink href="/console/feeds" label="For operators" />
            <FooterLink href={LICENCE_URL} label="Free software, Apache 2.0" />
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function RemovalContact({ contact }: { contact: string | undefined }) {
  if (contact === undefined) return null;
  return (
    <>
      {' '}
      To have something removed, write to <ContactLink contact={contact} />.
    </>
  );
}

/** An address becomes a link; anything else the operator wrote stands as written. */
export function ContactLink({ contact }: { contact: string }) {
  const href = contact.startsWith('http') ? contact : contact.includes('@') ? `mailto:${contact}` : undefined;
  if (href === undefined) return <span className="text-text">{contact}</span>;
  return (
    <a href={href} className="text-text underline">
      {contact}
    </a>
  );
}

function FooterLink({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <DeskLink href={href} className="inline-block py-1.25">
        {label}
      </DeskLink>
    </li>
  );
}
