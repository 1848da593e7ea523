import { useState, type ReactNode } from 'react';
import { useCommand } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { MatchFieldsFragment, MatchPartName, MatchVerdict } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from './Matches.module.css';
import { matchCauses, matchWords } from './words.js';

const FeedbackDocument = graphql(`
  mutation MatchFeedback($input: MatchFeedbackInput!) {
    matchFeedback(input: $input) {
      match {
        id
        myFeedback {
          verdict
          causes
        }
      }
      clientMutationId
    }
  }
`);

/** Whether a match was of use, and where it was not, why. */
export function Feedback({
  match,
}: {
  match: Pick<MatchFieldsFragment, 'needId' | 'resultId' | 'myFeedback'>;
}) {
  const t = useWords(matchWords);
  const toast = useToast();
  const give = useCommand(FeedbackDocument);
  // The list that is read again may no longer hold a match that was refused: the answer itself says what is kept.
  const [given, setGiven] = useState(match.myFeedback);
  const verdict = given?.verdict;
  const say = (next: MatchVerdict, causes: readonly MatchPartName[] = []): void => {
    void give
      .run({ needId: match.needId, resultId: match.resultId, verdict: next, causes: [...causes] })
      .then((outcome) => {
        if (!outcome.ok) return;
        const { match: now } = outcome.data.matchFeedback;
        if (now) setGiven(now.myFeedback);
        toast(t.thanks);
      });
  };
  return (
    <Verdict
      verdict={verdict}
      causes={given?.causes ?? []}
      offered={CAUSES}
      hint={t.whyNotHint}
      busy={give.busy}
      failure={give.failure}
      onSay={say}
    />
  );
}

type Cause = keyof typeof matchCauses.zh;
const CAUSES = Object.keys(matchCauses.zh) as Cause[];

/** Useful or not, and what did not fit. */
export function Verdict({
  verdict,
  causes,
  offered,
  hint,
  busy,
  failure,
  onSay,
  children,
}: {
  verdict: string | undefined;
  causes: readonly MatchPartName[];
  /** What may be named as not fitting. */
  offered: readonly Cause[];
  hint: string;
  busy: boolean;
  failure: Failure | null;
  onSay: (verdict: MatchVerdict, causes?: readonly MatchPartName[]) => void;
  /** What else can be said. */
  children?: ReactNode;
}) {
  const t = useWords(matchWords);
  return (
    <>
      <Button
        size="small"
        icon={verdict === 'USEFUL' ? 'check' : undefined}
        pressed={verdict === 'USEFUL'}
        busy={busy}
        onClick={() => onSay('USEFUL')}
      >
        {t.useful}
      </Button>
      <Button
        size="small"
        icon={verdict === 'NOT_USEFUL' ? 'check' : undefined}
        pressed={verdict === 'NOT_USEFUL'}
        busy={busy}
        onClick={() => onSay('NOT_USEFUL', causes)}
      >
        {t.notUseful}
      </Button>
      {children}
      {verdict === 'NOT_USEFUL' && (
        <Causes
          chosen={causes}
          offered={offered}
          hint={hint}
          busy={busy}
          onChange={(next) => onSay('NOT_USEFUL', next)}
        />
      )}
      <Refusal failure={failure} />
    </>
  );
}

/** 不合适之处: each is kept as soon as it is chosen. */
function Causes({
  chosen,
  offered,
  hint,
  busy,
  onChange,
}: {
  chosen: readonly MatchPartName[];
  offered: readonly Cause[];
  hint: string;
  busy: boolean;
  onChange: (causes: readonly MatchPartName[]) => void;
}) {
  const t = useWords(matchWords);
  const names = useWords(matchCauses);
  return (
    <div className={css['causes']} role="group" aria-label={t.whyNot}>
      <span className="quiet">{t.whyNot}</span>
      {offered.map((cause) => {
        const pressed = chosen.includes(cause);
        return (
          <Button
            key={cause}
            size="small"
            tone="quiet"
            icon={pressed ? 'check' : undefined}
            pressed={pressed}
            busy={busy}
            onClick={() => onChange(pressed ? chosen.filter((one) => one !== cause) : [...chosen, cause])}
          >
            {names[cause]}
          </Button>
        );
      })}
      <span className="quiet">{hint}</span>
    </div>
  );
}
