import { useState } from 'react';
import { useCommand } from '../api/command.js';
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
export function Feedback({ match }: { match: MatchFieldsFragment }) {
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
    <>
      <Button
        size="small"
        icon={verdict === 'USEFUL' ? 'check' : undefined}
        pressed={verdict === 'USEFUL'}
        busy={give.busy}
        onClick={() => say('USEFUL')}
      >
        {t.useful}
      </Button>
      <Button
        size="small"
        icon={verdict === 'NOT_USEFUL' ? 'check' : undefined}
        pressed={verdict === 'NOT_USEFUL'}
        busy={give.busy}
        onClick={() => say('NOT_USEFUL', given?.causes)}
      >
        {t.notUseful}
      </Button>
      {verdict === 'NOT_USEFUL' && (
        <Causes
          chosen={given?.causes ?? []}
          busy={give.busy}
          onChange={(causes) => say('NOT_USEFUL', causes)}
        />
      )}
      <Refusal failure={give.failure} />
    </>
  );
}

/** 不合适之处: each is kept as soon as it is chosen. */
function Causes({
  chosen,
  busy,
  onChange,
}: {
  chosen: readonly MatchPartName[];
  busy: boolean;
  onChange: (causes: readonly MatchPartName[]) => void;
}) {
  const t = useWords(matchWords);
  const names = useWords(matchCauses);
  return (
    <div className={css['causes']} role="group" aria-label={t.whyNot}>
      <span className="quiet">{t.whyNot}</span>
      {(Object.keys(names) as (keyof typeof names)[]).map((cause) => {
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
      <span className="quiet">{t.whyNotHint}</span>
    </div>
  );
}
