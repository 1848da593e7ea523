import { useState } from 'react';
import { Link } from 'react-router';
import { useClockOffset } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Icon } from '../design/Icon.js';
import { Empty, Notice, Skeleton } from '../design/States.js';
import { Label } from '../design/StatusTag.js';
import { Deadline } from '../design/Values.js';
import { relativeTime } from '../design/amounts.js';
import { useLanguage, useWords } from '../i18n/index.js';
import { byDeadline } from './todos/todo.js';
import { useDealTodos } from './todos/useDealTodos.js';
import {
  useCommissionTodos,
  useContractTodos,
  useInvitationTodos,
  useMembershipTodos,
  useOwnListingTodos,
} from './todos/useOwnTodos.js';
import { useAgencyTodos } from './todos/useAgencyTodos.js';
import { useCallTodos } from './todos/useCallTodos.js';
import { useMisconductTodos } from './todos/useMisconductTodos.js';
import { useBrokerTodos } from './todos/useBrokerTodos.js';
import { useExpertTodos } from './todos/useExpertTodos.js';
import {
  useAlertTodos,
  useListingTodos,
  useOrganisationTodos,
  useProceedingTodos,
  useRegistrationTodos,
} from './todos/useReviewTodos.js';
import { deskWords } from './words.js';
import css from './Workspace.module.css';

const SHOWN = 8;

/** How long it has waited: plain text, because it stands inside a link. */
function Since({ at }: { at: string }) {
  const { language } = useLanguage();
  const offset = useClockOffset();
  return (
    <time className="quiet" dateTime={at}>
      {relativeTime(at, language === 'zh' ? 'zh-CN' : 'en', Date.now() + offset)}
    </time>
  );
}

/** 待办: everything that waits for me, whatever my roles, by deadline. */
export function TodoList() {
  const t = useWords(deskWords);
  const { may } = useViewer();
  const [all, setAll] = useState(false);
  const sources = [
    useDealTodos(!may('HANDLE_DEAL') && !may('BROKER_DEAL') && !may('DRAFT_RESULT')),
    useListingTodos(),
    useRegistrationTodos(),
    useProceedingTodos(),
    useOrganisationTodos(),
    useAlertTodos(),
    useExpertTodos(),
    useBrokerTodos(),
    useAgencyTodos(),
    useCallTodos(),
    useMisconductTodos(),
    useContractTodos(),
    useOwnListingTodos(),
    useCommissionTodos(),
    useInvitationTodos(t.joins),
    useMembershipTodos(t.wants),
  ];
  const todos = sources.flatMap((source) => source.todos).sort(byDeadline);
  const shown = all ? todos : todos.slice(0, SHOWN);
  // Not before all have answered: one that came later would push away what a finger is about to press.
  if (sources.some((source) => source.loading)) return <Skeleton cards={3} />;
  return (
    <>
      {sources.some((source) => source.failed) && (
        <Notice tone="amber" icon="warn">
          {t.partly}
        </Notice>
      )}
      {todos.length === 0 ? (
        <Empty title={t.nothing} icon="checkCircle">
          {t.nothingText}
        </Empty>
      ) : (
        <ul className={css['todos']}>
          {shown.map((todo) => (
            <li key={todo.key}>
              <Link to={todo.to} className={css['todo']}>
                <span className={css['what']}>
                  <span className="row" style={{ gap: 8 }}>
                    <Label>{t.kinds[todo.kind]}</Label>
                    <strong>{todo.title}</strong>
                  </span>
                  {todo.about && <span className="quiet">{todo.about}</span>}
                </span>
                <span className={css['when']}>
                  {todo.dueOn ? <Deadline on={todo.dueOn} /> : todo.since && <Since at={todo.since} />}
                </span>
                <span className={css['act']}>
                  {t.acts[todo.act]}
                  <Icon name="right" size={15} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {todos.length > SHOWN && (
        <div>
          <Button size="small" expanded={all} onClick={() => setAll(!all)}>
            {all ? t.fewerTodo : t.moreTodo(todos.length - SHOWN)}
          </Button>
        </div>
      )}
    </>
  );
}
