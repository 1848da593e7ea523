import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { Button } from '../design/Button.js';
import { classes } from '../design/classes.js';
import { Icon } from '../design/Icon.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty, Refusal } from '../design/States.js';
import { Label } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { useToast } from '../design/Toast.js';
import { When } from '../design/Values.js';
import type { NotificationsQuery } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { useMessageText } from '../i18n/say.js';
import css from './Inbox.module.css';
import { inboxWords } from './words.js';

const NotificationsDocument = graphql(`
  query Notifications(
    $unreadOnly: Boolean
    $topic: NotificationTopic
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    notifications(
      unreadOnly: $unreadOnly
      topic: $topic
      text: $text
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          topic
          title
          body
          link
          lines {
            title
            link
          }
          createdAt
          readAt
        }
      }
    }
    unreadNotificationCount
  }
`);
const MarkReadDocument = graphql(`
  mutation MarkNotificationRead($input: MarkNotificationReadInput!) {
    markNotificationRead(input: $input) {
      clientMutationId
      unreadCount
      notification {
        id
        readAt
      }
    }
  }
`);
const MarkAllDocument = graphql(`
  mutation MarkAllNotificationsRead($input: MarkAllNotificationsReadInput!) {
    markAllNotificationsRead(input: $input) {
      clientMutationId
      marked
      unreadCount
    }
  }
`);

type Entry = NotificationsQuery['notifications']['edges'][number]['node'];
const SORTS = ['NEWEST'] as const;

/** The parts of the inbox. */
export function useInboxParts() {
  const t = useWords(inboxWords);
  return [
    { to: '/inbox', label: t.list },
    { to: '/inbox/settings', label: t.settings },
  ];
}

function Message({ entry, onOpen, onRead }: { entry: Entry; onOpen: () => void; onRead: () => void }) {
  const t = useWords(inboxWords);
  const c = useWords(common);
  const say = useMessageText();
  return (
    <article className={classes(css['message'], !entry.readAt && css['unread'])}>
      <span className={css['dot']}>{!entry.readAt && <Icon name="dot" size={16} />}</span>
      <div className={css['text']}>
        <h2>
          <a
            href={entry.link}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen();
            }}
          >
            {say(entry.title)}
          </a>
          {!entry.readAt && <span className="vh">{c.inBrackets(t.unread)}</span>}
        </h2>
        <p>{say(entry.body)}</p>
        {entry.lines.length > 0 && (
          <ul className={css['lines']}>
            {entry.lines.map(({ title, link }) => (
              <li key={`${link} ${title}`}>
                <Link to={link}>{say(title)}</Link>
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          <Label>{t.topics[entry.topic]}</Label>
          <span className="quiet">
            <When at={entry.createdAt} />
          </span>
          {!entry.readAt && (
            <Button tone="quiet" size="small" onClick={onRead}>
              {t.markRead}
            </Button>
          )}
        </div>
      </div>
    </article>
  );
}

/** 消息: what happened and concerns me, the newest first. */
export function Component() {
  const t = useWords(inboxWords);
  const toast = useToast();
  const navigate = useNavigate();
  const parts = useInboxParts();
  const state = useListState(SORTS);
  const mark = useCommand(MarkReadDocument);
  const markAll = useCommand(MarkAllDocument);
  const topic = state.among('topic', t.topics)[0] ?? null;
  const context = useMemo(() => ({ additionalTypenames: ['Notification'] }), []);
  const [result, ask] = useQuery({
    query: NotificationsDocument,
    variables: {
      ...state.paging,
      topic,
      unreadOnly: state.values('unread').includes('yes') || null,
      text: state.text || null,
    },
    requestPolicy: 'cache-and-network',
    context,
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  /** Undefined until it is known: no number is not nought. */
  const unread = result.data?.unreadNotificationCount;
  const readAll = async (): Promise<void> => {
    const outcome = await markAll.run({ topic });
    if (!outcome.ok) return;
    toast(t.marked(outcome.data.markAllNotificationsRead.marked));
    refresh();
  };
  return (
    <ListPage
      title={t.inbox}
      intro={t.intro}
      actions={
        unread !== undefined &&
        unread > 0 && (
          <Button busy={markAll.busy} onClick={() => void readAll()}>
            {t.markAll}
          </Button>
        )
      }
      state={state}
      facets={[
        {
          name: 'unread',
          label: t.state,
          options: [{ value: 'yes', label: t.onlyUnread, ...(unread !== undefined && { count: unread }) }],
        },
        {
          name: 'topic',
          label: t.topic,
          single: true,
          options: Object.entries(t.topics).map(([value, label]) => ({ value, label })),
        },
      ]}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.notifications}
      onRetry={refresh}
      tabs={<SubNav items={parts} label={t.inbox} />}
      notice={<Refusal failure={mark.failure ?? markAll.failure} />}
      keyOf={(entry) => entry.id}
      renderItem={(entry) => (
        <Message
          entry={entry}
          onRead={() => void mark.run({ id: entry.id })}
          onOpen={() => {
            if (!entry.readAt) void mark.run({ id: entry.id });
            void navigate(entry.link);
          }}
        />
      )}
      empty={
        <Empty title={t.emptyTitle} icon="bell" action={<Button to="/inbox/settings">{t.choose}</Button>}>
          {t.emptyText}
        </Empty>
      }
    />
  );
}
