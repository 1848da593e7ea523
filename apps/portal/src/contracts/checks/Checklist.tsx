import { useState } from 'react';
import { Link } from 'react-router';
import { findAction } from '../../api/actions.js';
import { Button } from '../../design/Button.js';
import { Panel } from '../../design/DetailPage.js';
import { TextInput } from '../../design/Field.js';
import { Refusal } from '../../design/States.js';
import { Label } from '../../design/StatusTag.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { useDesk, useJudged, type Condition } from '../review/desk.js';
import css from '../review/Review.module.css';
import type { Contract } from '../types.js';
import { textPath } from '../text/proposals.js';
import { pageAnchor } from '../text/TextPages.js';
import { checkWords } from './words.js';

const DECIDABLE = ['ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'APPROVED'];

function Row({ contract, condition, open }: { contract: Contract; condition: Condition; open: boolean }) {
  const t = useWords(checkWords);
  const say = useSay();
  const { judge } = useDesk();
  const judgement = useJudged()(condition);
  const [note, setNote] = useState<string | null>(null);
  const { id, met, page, clause } = condition;
  const first = condition.judgements.find(({ stage }) => stage === 'FIRST');
  const reason = note ?? judgement?.note ?? '';
  const refusing = note !== null || judgement?.met === false;
  return (
    <li className={css['item']}>
      <fieldset disabled={!open}>
        <legend>
          {say(condition.text)} <Label>{condition.ground}</Label>
        </legend>
        {met === true && (page || clause) && (
          <p className="quiet">
            {t.evidence(page ? String(page) : '', clause ?? '')}{' '}
            {page && <Shown contract={contract} page={page} of={say(condition.text)} />}
          </p>
        )}
        {met === false && <p className="quiet">{t.applicantNo}</p>}
        {contract.state === 'SECOND_REVIEW' && first && (
          <p className="quiet">
            {t.firstSaid(first.reviewerName, first.met)}
            {first.note && `（${first.note}）`}
          </p>
        )}
        <span className={css['answers']}>
          <label>
            <input
              type="radio"
              name={`${contract.id}:${id}`}
              checked={note === null && judgement?.met === true}
              onChange={() => {
                setNote(null);
                judge([{ item: id, met: true, note: '' }]);
              }}
            />{' '}
            {t.met}
          </label>
          <label>
            <input
              type="radio"
              name={`${contract.id}:${id}`}
              checked={refusing}
              onChange={() => setNote(judgement?.met === false ? judgement.note : '')}
            />{' '}
            {t.notMet}
          </label>
          {refusing && (
            <span className={css['clause']}>
              <TextInput
                value={reason}
                placeholder={t.reason}
                maxLength={500}
                aria-label={`${say(condition.text)} · ${t.reason}`}
                onChange={setNote}
              />
              {note !== null && (
                <Button
                  size="small"
                  disabled={note.trim() === ''}
                  onClick={() => {
                    judge([{ item: id, met: false, note }]);
                    setNote(null);
                  }}
                >
                  {t.keepReason}
                </Button>
              )}
            </span>
          )}
        </span>
      </fieldset>
    </li>
  );
}

/** The way to the page of the text that the applicant names: beside the conditions, or where the text has a page of its own. */
function Shown({ contract, page, of }: { contract: Contract; page: number; of: string }) {
  const t = useWords(checkWords);
  const { show } = useDesk();
  const file = contract.files.find(({ reading }) => reading?.state === 'READ');
  if (file === undefined) return null;
  const label = (
    <>
      {t.seeText}
      <span className="vh">{of}</span>
    </>
  );
  return show ? (
    <Button size="small" tone="quiet" onClick={() => show({ of: 'TEXT', page })}>
      {label}
    </Button>
  ) : (
    <Link to={`${textPath(contract.id, file.id)}#${pageAnchor(page)}`}>{label}</Link>
  );
}

/** 认定条件核对: the conditions of the contract's class, each judged and stored. Null once decided. */
export function Checklist({ contract }: { contract: Contract }) {
  const t = useWords(checkWords);
  const { judge, saving, failure } = useDesk();
  const judged = useJudged();
  if (!DECIDABLE.includes(contract.state)) return null;
  const open = findAction(contract.availableActions, 'judge')?.enabled === true;
  const left = contract.checklist.filter((condition) => judged(condition) === null);
  const total = contract.checklist.length;
  return (
    <Panel title={`${t.checklist}（${total - left.length}/${total}）`}>
      <p className="quiet">{t.checklistHint}</p>
      <Refusal failure={failure} />
      <ul className={css['checklist']}>
        {contract.checklist.map((condition) => (
          <Row key={condition.id} contract={contract} condition={condition} open={open} />
        ))}
      </ul>
      <div className="spread">
        <span className="quiet" role="status">
          {saving ? t.saving : left.length < total ? t.stored : ''}
        </span>
        {open && left.length > 0 && (
          <Button
            size="small"
            onClick={() => judge(left.map(({ id }) => ({ item: id, met: true, note: '' })))}
          >
            {t.allMet}
          </Button>
        )}
      </div>
    </Panel>
  );
}
