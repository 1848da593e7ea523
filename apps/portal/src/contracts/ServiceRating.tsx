import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Panel } from '../design/DetailPage.js';
import { Field, RadioButtons, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { useWords } from '../i18n/index.js';
import { noticeWords } from './noticeWords.js';
import type { Contract } from './types.js';

const RateDocument = graphql(`
  mutation RateService($input: RateServiceInput!) {
    rateService(input: $input) {
      clientMutationId
      contract {
        id
        mayRate
        rating {
          score
          comment
          at
        }
      }
    }
  }
`);

/** 好差评: the applicant rates a decision once; afterwards the rating stands there. */
export function ServiceRating({ contract }: { contract: Contract }) {
  const t = useWords(noticeWords);
  const [open, setOpen] = useState(false);
  const { rating } = contract;
  if (!contract.mayRate && !rating) return null;
  return (
    <Panel title={t.rated}>
      {rating && <p>{t.levels[rating.score - 1]}</p>}
      {rating?.comment && <p className="quiet">{rating.comment}</p>}
      {contract.mayRate && (
        <Button block onClick={() => setOpen(true)}>
          {t.rate}
        </Button>
      )}
      {open && <RatingForm contract={contract} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function RatingForm({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const t = useWords(noticeWords);
  const rate = useCommand(RateDocument);
  const [score, setScore] = useKept('rating', 'score', '');
  const [comment, setComment] = useKept('rating', 'comment', '');
  const choices = t.levels.map((label, index) => ({ value: String(index + 1), label })).reverse();
  return (
    <FormDialog
      kept="rating"
      title={t.rate}
      done={t.rateDone}
      disabled={score === ''}
      onClose={onClose}
      onSubmit={() => rate.run({ id: contract.id, score: Number(score), comment: comment || null })}
    >
      <p>{t.rateAsk}</p>
      <Field label={t.score} path="score" required group>
        <RadioButtons value={score} choices={choices} onChange={setScore} />
      </Field>
      <Field label={t.comment} path="comment">
        <TextArea value={comment} rows={4} max={500} onChange={setComment} />
      </Field>
    </FormDialog>
  );
}
