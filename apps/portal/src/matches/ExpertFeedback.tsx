import { useState } from 'react';
import { useCommand, type Outcome } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Field, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { useToast } from '../design/Toast.js';
import type { ExpertMatchFieldsFragment, ExpertMatchVerdict, MatchPartName } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Verdict } from './Feedback.js';
import { matchWords } from './words.js';

const ExpertFeedbackDocument = graphql(`
  mutation ExpertMatchFeedback($input: ExpertMatchFeedbackInput!) {
    expertMatchFeedback(input: $input) {
      match {
        id
        myFeedback {
          verdict
          reason
          causes
        }
      }
      clientMutationId
    }
  }
`);

const OFFERED = ['FIELD', 'TEXT', 'COOPERATION', 'PLACE', 'TIME'] as const;

/** Whether an expert, or a need, was of use; and the expert's own word that a need is none for them. */
export function ExpertFeedback({
  match,
  asExpert,
}: {
  match: Pick<ExpertMatchFieldsFragment, 'id' | 'needId' | 'expertId' | 'myFeedback'>;
  asExpert: boolean;
}) {
  const t = useWords(matchWords);
  const toast = useToast();
  const give = useCommand(ExpertFeedbackDocument);
  const [given, setGiven] = useState(match.myFeedback);
  const [declining, setDeclining] = useState(false);
  const send = async (
    verdict: ExpertMatchVerdict,
    causes: readonly MatchPartName[] = [],
    reason = '',
  ): Promise<Outcome<unknown>> => {
    const { needId, expertId } = match;
    const outcome = await give.run({ needId, expertId, verdict, reason, causes: [...causes] });
    if (outcome.ok) {
      const { match: now } = outcome.data.expertMatchFeedback;
      // The pair may be out of sight by now: what was said is known all the same.
      setGiven(now?.myFeedback ?? { verdict, reason, causes: [...causes] });
    }
    return outcome;
  };
  const say = (verdict: ExpertMatchVerdict, causes: readonly MatchPartName[] = []): void => {
    void send(verdict, causes).then((outcome) => {
      if (outcome.ok) toast(t.thanks);
    });
  };
  return (
    <>
      <Verdict
        verdict={given?.verdict}
        causes={given?.causes ?? []}
        offered={OFFERED}
        hint={asExpert ? t.whyNotHintExpert : t.whyNotHint}
        busy={give.busy}
        failure={declining ? null : give.failure}
        onSay={say}
      >
        {asExpert && (
          <Button
            size="small"
            icon={given?.verdict === 'NOT_ME' ? 'check' : undefined}
            pressed={given?.verdict === 'NOT_ME'}
            busy={give.busy}
            onClick={() => setDeclining(true)}
          >
            {t.notMe}
          </Button>
        )}
      </Verdict>
      {given?.verdict === 'NOT_ME' && given.reason && (
        <span className="quiet">{t.notMeBecause(given.reason)}</span>
      )}
      {declining && (
        <NotMeDialog
          id={match.id}
          onSend={(reason) => send('NOT_ME', [], reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  );
}

function NotMeDialog({
  id,
  onSend,
  onClose,
}: {
  id: string;
  onSend: (reason: string) => Promise<Outcome<unknown>>;
  onClose: () => void;
}) {
  const t = useWords(matchWords);
  const form = `not-me/${id}`;
  const [reason, setReason] = useKept(form, 'reason', '');
  return (
    <FormDialog
      title={t.notMe}
      submitLabel={t.notMe}
      done={t.notMeDone}
      kept={form}
      onClose={onClose}
      onSubmit={() => onSend(reason.trim())}
    >
      <p>{t.notMeIntro}</p>
      <Field label={t.notMeReason} path="reason" hint={t.notMeHint} required>
        <TextArea value={reason} max={500} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}
