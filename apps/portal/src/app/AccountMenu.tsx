import { useEffect, useRef } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import type { Viewer } from '../api/viewer.js';
import { Icon } from '../design/Icon.js';
import { forgetAll } from '../design/kept.js';
import { useWords } from '../i18n/index.js';
import { useSession } from './session.js';
import css from './Shell.module.css';
import { shell } from './words.js';

const SignOutDocument = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      ok
      clientMutationId
    }
  }
`);

/** Opens below the account button; the browser closes it on Escape or a click elsewhere. */
export function AccountMenu({ id, viewer }: { id: string; viewer: Viewer }) {
  const t = useWords(shell);
  const ref = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { restart } = useSession();
  const signOut = useCommand(SignOutDocument);
  useEffect(() => ref.current?.hidePopover(), [pathname]);
  const active = viewer.memberships.find((membership) => membership.state === 'ACTIVE')?.organisation;
  return (
    <div id={id} ref={ref} popover="auto" className={css['menu']}>
      <div className={css['who']}>
        <strong>{viewer.person.displayName}</strong>
        <span className="quiet">{active?.name ?? viewer.person.email}</span>
      </div>
      <Link to="/workspace">
        <Icon name="desk" /> {t.desk}
      </Link>
      <Link to="/calculations">
        <Icon name="chart" /> {t.calculations}
      </Link>
      <Link to="/rewards">
        <Icon name="check" /> {t.rewards}
      </Link>
      <Link to="/experts/mine">
        <Icon name="user" /> {t.myExpert}
      </Link>
      <Link to="/brokers/mine">
        <Icon name="user" /> {t.myBroker}
      </Link>
      <Link to="/expert-reviews">
        <Icon name="file" /> {t.expertReviews}
      </Link>
      <Link to="/call-reviews">
        <Icon name="file" /> {t.callReviews}
      </Link>
      <Link to="/annual-reports">
        <Icon name="chart" /> {t.annualReports}
      </Link>
      <Link to="/account">
        <Icon name="user" /> {t.account}
      </Link>
      <Link to="/account/organisations">
        <Icon name="building" /> {t.organisations}
      </Link>
      <button
        type="button"
        onClick={() => {
          void signOut.run({}).then((outcome) => {
            if (!outcome.ok) return;
            forgetAll();
            restart();
            void navigate('/');
          });
        }}
      >
        <Icon name="external" /> {t.signOut}
      </button>
    </div>
  );
}
