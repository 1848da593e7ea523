import { useState } from 'react';
import { useLocation } from 'react-router';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { InlineActions } from '../design/InlineActions.js';
import { Label, StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Deadline, When } from '../design/Values.js';
import type { CallObjectionState } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import {
  AcceptCallObjectionDocument,
  AnswerCallQuestionDocument,
  ExtendCallObjectionDocument,
  RefuseCallObjectionDocument,
  WithdrawCallObjectionDocument,
} from './commands.js';
import type { Call } from './terms.js';
import { AskDialog, DecideDialog, ObjectDialog } from './VoicesDialogs.js';
import { voicesWords } from './voicesWords.js';

type Objection = Call['objections'][number];

const TONES: Readonly<Record<CallObjectionState, StatusTone>> = {
  RECEIVED: 'attention',
  ACCEPTED: 'moving',
  REFUSED: 'ended',
  UPHELD: 'refused',
  DISMISSED: 'ended',
  WITHDRAWN: 'rest',
};

/** 异议: how many there are, one's own, and for the bureau all with what is to be done. */
export function ObjectionsPart({ call }: { call: Call }) {
  const t = useWords(voicesWords);
  const { viewer } = useViewer();
  const { pathname } = useLocation();
  const [objecting, setObjecting] = useState(false);
  const [deciding, setDeciding] = useState<Objection | null>(null);
  if (!call.noticeFrom) return null;
  return (
    <Section title={t.objections} id="objections">
      <p className="quiet">{t.objectionIntro}</p>
      <p>{call.objectionCount > 0 ? t.count(call.objectionCount, call.openObjectionCount) : t.none}</p>
      <ul className="stack">
        {call.objections.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} onDecide={() => setDeciding(objection)} />
        ))}
      </ul>
      {call.objectionOpen && (
        <div className="row">
          {viewer ? (
            <Button size="small" onClick={() => setObjecting(true)}>
              {t.object}
            </Button>
          ) : (
            <Button size="small" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
              {t.signInToObject}
            </Button>
          )}
        </div>
      )}
      {objecting && <ObjectDialog callId={call.id} onClose={() => setObjecting(false)} />}
      {deciding && <DecideDialog objection={deciding} onClose={() => setDeciding(null)} />}
    </Section>
  );
}

function ObjectionItem({ objection, onDecide }: { objection: Objection; onDecide: () => void }) {
  const t = useWords(voicesWords);
  const { colon } = useWords(common);
  const accept = useCommand(AcceptCallObjectionDocument);
  const refuse = useCommand(RefuseCallObjectionDocument);
  const extend = useCommand(ExtendCallObjectionDocument);
  const withdraw = useCommand(WithdrawCallObjectionDocument);
  const target = { id: objection.id, expectedVersion: objection.version };
  const answered = { label: t.answer, hint: t.answerHint, required: true, max: 2_000, path: 'answer' };
  const open = objection.state === 'RECEIVED' || objection.state === 'ACCEPTED';
  return (
    <li className="stack" style={{ gap: 4 }}>
      <span className="row">
        <StatusTag tone={TONES[objection.state]}>{t.states[objection.state]}</StatusTag>
        <Label>{t.stages[objection.stage]}</Label>
        <span>{objection.name}</span>
        <span className="quiet num">{objection.contact}</span>
        <span className="quiet">
          <When at={objection.at} />
        </span>
      </span>
      <p className="prose">{objection.statement}</p>
      <p className="prose quiet">
        {t.evidence}
        {colon}
        {objection.evidence}
      </p>
      {objection.answer && (
        <p className="prose">
          <strong>{t.answer}</strong> {objection.answer}
        </p>
      )}
      {open && (
        <span className="row">
          {objection.decideBy ? t.decideBy : t.acceptBy}{' '}
          <Deadline on={objection.decideBy ?? objection.acceptBy} />
        </span>
      )}
      <InlineActions
        available={objection.availableActions}
        specs={{
          accept: { label: t.accept, tone: 'primary', done: t.accepted, run: () => accept.run(target) },
          decide: { label: t.decide, tone: 'primary', open: onDecide },
          extend: {
            label: t.extend,
            reason: answered,
            done: t.extended,
            run: ({ reason }) => extend.run({ ...target, answer: reason }),
          },
          refuse: {
            label: t.refuse,
            tone: 'danger',
            reason: answered,
            done: t.refused,
            run: ({ reason }) => refuse.run({ ...target, answer: reason }),
          },
          withdraw: { label: t.withdraw, done: t.withdrawn, run: () => withdraw.run(target) },
        }}
      />
    </li>
  );
}

/** 提问与答复. */
export function QuestionsPart({ call }: { call: Call }) {
  const t = useWords(voicesWords);
  const { viewer } = useViewer();
  const [asking, setAsking] = useState(false);
  const reply = useCommand(AnswerCallQuestionDocument);
  if (!call.publishedAt) return null;
  return (
    <Section title={t.questions} id="questions">
      <p className="quiet">{t.questionsIntro}</p>
      {call.questions.length === 0 && <p>{t.noQuestions}</p>}
      <ul className="stack">
        {call.questions.map((question) => (
          <li key={question.id} className="stack" style={{ gap: 4 }}>
            <span className="row">
              <strong>{question.text}</strong>
              {question.mine && <Label>{t.mine}</Label>}
              {question.answer == null && <StatusTag tone="attention">{t.waiting}</StatusTag>}
            </span>
            {question.answer != null && <p className="prose">{question.answer}</p>}
            {question.answerable && (
              <InlineActions
                available={[{ action: 'answer', enabled: true, reason: null, violations: [] }]}
                specs={{
                  answer: {
                    label: t.reply,
                    reason: { label: t.reply, required: true, max: 2_000, path: 'answer' },
                    done: t.replied,
                    run: ({ reason }) =>
                      reply.run({ id: question.id, expectedVersion: question.version, answer: reason }),
                  },
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {call.questionsUntil && <p className="quiet">{t.until(call.questionsUntil)}</p>}
      {call.questionsUntil && viewer && call.sight === 'SIGNED_IN' && (
        <div className="row">
          <Button size="small" onClick={() => setAsking(true)}>
            {t.ask}
          </Button>
        </div>
      )}
      {asking && <AskDialog callId={call.id} onClose={() => setAsking(false)} />}
    </Section>
  );
}
