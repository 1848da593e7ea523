import { Link } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import type { IconName } from '../design/Icon.js';
import { Heading } from '../design/ListPage.js';
import { Notice } from '../design/States.js';
import type { Permission } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { MySections } from './MySections.js';
import { TodoList } from './TodoList.js';
import { deskWords } from './words.js';
import css from './Workspace.module.css';
import { common } from '../i18n/common.js';

interface Shortcut {
  readonly label: string;
  readonly to: string;
  readonly icon: IconName;
  readonly when: readonly Permission[];
}

function useShortcuts(): readonly Shortcut[] {
  const t = useWords(deskWords);
  const { may } = useViewer();
  const all: readonly Shortcut[] = [
    { label: t.newResult, to: '/listings/results/new/edit', icon: 'plus', when: ['DRAFT_RESULT'] },
    { label: t.newNeed, to: '/listings/needs/new/edit', icon: 'plus', when: ['POST_NEED'] },
    { label: t.imports, to: '/imports', icon: 'upload', when: ['DRAFT_RESULT', 'POST_NEED'] },
    {
      label: t.recommendations,
      to: '/recommendations',
      icon: 'link',
      when: ['DRAFT_RESULT', 'POST_NEED'],
    },
    { label: t.mine.deals, to: '/deals', icon: 'link', when: ['HANDLE_DEAL', 'BROKER_DEAL'] },
    { label: t.commissions, to: '/commissions', icon: 'chart', when: ['BROKER_DEAL'] },
    { label: t.mine.contracts, to: '/contracts', icon: 'file', when: ['APPLY_FOR_REGISTRATION'] },
    { label: t.reviews, to: '/reviews', icon: 'checkCircle', when: ['REVIEW_LISTING', 'APPROVE_RESULT'] },
    { label: t.queue, to: '/registration', icon: 'shield', when: ['REVIEW_CONTRACT'] },
    { label: t.proceedings, to: '/proceedings', icon: 'file', when: ['REVIEW_CONTRACT'] },
    {
      label: t.organisations,
      to: '/organisations/review',
      icon: 'building',
      when: ['REVIEW_ORGANISATION', 'ADMINISTER_PLATFORM'],
    },
    { label: t.expertBank, to: '/experts/bank', icon: 'user', when: ['REVIEW_LISTING'] },
    { label: t.brokerRegister, to: '/brokers/register', icon: 'user', when: ['REVIEW_LISTING'] },
    { label: t.agencyRegister, to: '/agencies/register', icon: 'building', when: ['REVIEW_LISTING'] },
    { label: t.myCalls, to: '/calls/mine', icon: 'file', when: ['POST_NEED'] },
    { label: t.callDesk, to: '/calls/desk', icon: 'file', when: ['REVIEW_LISTING'] },
    {
      label: t.misconduct,
      to: '/misconduct',
      icon: 'shield',
      when: ['HANDLE_MISCONDUCT', 'REVIEW_CONTRACT'],
    },
    { label: t.offices, to: '/registration/offices', icon: 'shield', when: ['ADMINISTER_PLATFORM'] },
    { label: t.people, to: '/admin/people', icon: 'user', when: ['ADMINISTER_PLATFORM'] },
    { label: t.matching, to: '/admin/matching', icon: 'chart', when: ['ADMINISTER_PLATFORM'] },
    { label: t.operation, to: '/admin/operation', icon: 'chart', when: ['ADMINISTER_PLATFORM'] },
    {
      label: t.parameters,
      to: '/admin/parameters',
      icon: 'file',
      when: ['ADMINISTER_PLATFORM', 'REVIEW_CONTRACT'],
    },
    { label: t.searchWords, to: '/admin/search-words', icon: 'search', when: ['ADMINISTER_PLATFORM'] },
  ];
  const mine = all.filter((shortcut) => shortcut.when.some(may));
  return [
    ...mine,
    { label: t.searches, to: '/searches', icon: 'search', when: [] },
    { label: t.inbox, to: '/inbox', icon: 'bell', when: [] },
  ];
}

/** 工作台: what waits for me first, then what is mine. */
export function Component() {
  const t = useWords(deskWords);
  const { list } = useWords(common);
  const { viewer } = useViewer();
  const shortcuts = useShortcuts();
  const active = viewer?.memberships.filter((membership) => membership.state === 'ACTIVE') ?? [];
  const waiting = active.filter((membership) => membership.organisation?.status === 'PENDING');
  return (
    <div className="wrap">
      <Heading
        title={t.desk}
        intro={
          viewer &&
          `${t.hello(viewer.person.displayName)} · ${list(active.map((entry) => entry.organisation?.name ?? ''))}`
        }
      />
      <nav className={css['shortcuts']} aria-label={t.shortcuts}>
        {shortcuts.map((shortcut) => (
          <Button key={shortcut.to} icon={shortcut.icon} to={shortcut.to}>
            {shortcut.label}
          </Button>
        ))}
      </nav>
      {active.length === 0 && (
        <Notice>
          <p>{t.noOrganisation}</p>
          <Link to="/account/organisations">{t.joinOrganisation}</Link>
        </Notice>
      )}
      {waiting.map((membership) => (
        <Notice key={membership.id} tone="amber" icon="clock">
          {t.pendingOrganisation(membership.organisation?.name ?? '')}
        </Notice>
      ))}
      <section className={css['todo-section']} aria-labelledby="todo">
        <div className="row">
          <h2 id="todo">{t.todo}</h2>
          <span className="quiet">{t.todoIntro}</span>
        </div>
        <TodoList />
      </section>
      <MySections />
    </div>
  );
}
