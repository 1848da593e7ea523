import { useId, useState } from 'react';
import { useLocation } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { useWords } from '../i18n/index.js';
import { InterestDialog, isPair, type Subject } from './InterestDialog.js';
import { matchWords } from './words.js';

/** What a visitor can do with a listing of somebody else's: express interest, or learn what that needs first. */
export function InterestButton({
  subject,
  ownerId,
  size,
  label,
}: {
  subject: Subject;
  ownerId?: string | null;
  size?: 'small';
  /** What the button says where it is more than interest. */
  label?: string;
}) {
  const t = useWords(matchWords);
  const { viewer, organisationsAs } = useViewer();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const why = useId();
  if (!viewer)
    return (
      <Button tone="primary" block={!size} size={size} to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        {t.signInFirst}
      </Button>
    );
  const brokers = isPair(subject) ? organisationsAs('BROKER') : [];
  const organisations = [...organisationsAs('RESEARCHER', 'TRANSFER_OFFICER'), ...brokers];
  const own = ownerId && organisations.some((organisation) => organisation.id === ownerId);
  if (own && !isPair(subject))
    return (
      <span id={why} className="quiet">
        {t.ownListing}
      </span>
    );
  if (organisations.length === 0)
    return (
      <>
        <Button tone="primary" block={!size} size={size} disabled describedBy={why}>
          {label ?? t.interest}
        </Button>
        <span id={why} className="quiet">
          {t.noOrganisation}
        </span>
        <Button size="small" to="/account/organisations">
          {t.joinOrganisation}
        </Button>
      </>
    );
  return (
    <>
      <Button tone="primary" block={!size} size={size} onClick={() => setOpen(true)}>
        {label ?? t.interest}
      </Button>
      {open && <InterestDialog subject={subject} onClose={() => setOpen(false)} />}
    </>
  );
}
