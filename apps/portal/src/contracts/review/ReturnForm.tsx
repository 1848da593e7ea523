import type { Outcome } from '../../api/command.js';
import { Button } from '../../design/Button.js';
import { Field, SelectInput, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Rows } from '../../design/Rows.js';
import { useWords } from '../../i18n/index.js';
import { InsertTemplate } from '../templates/InsertTemplate.js';
import { warningsOf } from '../types.js';
import { contractWords } from '../words.js';
import { useOutcome, type Deficiency } from './desk.js';
import type { FormProps } from './reviewForms.js';
import { reviewWords } from './reviewWords.js';

const PARTS = ['project', 'sellers', 'buyers', 'content', 'money', 'files', 'flags'] as const;
type Part = (typeof PARTS)[number];
/** The part of the form in which a field stands. */
const ELSEWHERE: Readonly<Record<string, Part>> = {
  brokers: 'buyers',
  checklist: 'content',
  declaration: 'flags',
};
const partOf = (path: string): Part => {
  const [group = ''] = path.split('.');
  return PARTS.find((part) => part === group) ?? ELSEWHERE[group] ?? 'project';
};

const BLANK: Deficiency = { path: '', message: '', article: '', lateReason: '' };
/** As many as the server takes. */
const MOST = 100;

/** 退回补正: everything at once, begun from the rules' findings and what was ticked as not met. */
export function ReturnForm(
  props: FormProps & {
    readonly run: (deficiencies: Deficiency[], opinion: string) => Promise<Outcome<unknown>>;
  },
) {
  const t = useWords(reviewWords);
  const c = useWords(contractWords);
  const outcome = useOutcome(props.contract);
  const again = props.contract.reviews.some(({ verdict }) => verdict === 'RETURN');
  const [rows, setRows] = useKept<readonly Deficiency[]>(
    props.kept,
    'rows',
    outcome.deficiencies.length > 0 ? outcome.deficiencies : [BLANK],
  );
  const [opinion, setOpinion] = useKept(props.kept, 'opinion', '');
  const placesFor = (path: string) =>
    PARTS.map((part) => ({
      value: path !== '' && partOf(path) === part ? path : part === 'project' ? 'title' : part,
      label: c[part],
    }));
  const unexplained = warningsOf(props.contract.findings)
    .filter((finding) => finding.answer === null)
    .map((finding) => ({
      path: finding.path,
      message: finding.message,
      article: finding.article ?? '',
      lateReason: '',
    }))
    .filter(({ path, message }) => !rows.some((row) => row.path === path && row.message === message));
  const written = rows.filter(({ message }) => message.trim() !== '');
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => {
        // What is found wrong is told by the place among those that are sent.
        if (written.length > 0) setRows(written);
        return props.run(written, opinion);
      }}
    >
      <p>{t.returnAsk}</p>
      <Field label={t.deficiencies} path="deficiencies" required group>
        <Rows<Deficiency>
          rows={rows}
          blank={() => BLANK}
          max={MOST}
          addLabel={t.addDeficiency}
          removeLabel={(index) => t.removeDeficiency(index + 1)}
          onChange={setRows}
          render={(row, change, index) => (
            <>
              <div className="w6">
                <Field label={`${index + 1}. ${t.what}`} path={`deficiencies.${index}.message`} required>
                  <TextArea value={row.message} rows={2} onChange={(message) => change({ message })} />
                </Field>
              </div>
              <div className="w3">
                <Field label={t.where} path={`deficiencies.${index}.path`}>
                  <SelectInput
                    value={row.path}
                    placeholder={t.whole}
                    choices={placesFor(row.path)}
                    onChange={(path) => change({ path })}
                  />
                </Field>
              </div>
              <div className="w3">
                <Field label={t.article} path={`deficiencies.${index}.article`}>
                  <TextInput value={row.article} onChange={(article) => change({ article })} />
                </Field>
              </div>
              {again && (
                <div className="w6">
                  <Field
                    label={t.lateReason}
                    path={`deficiencies.${index}.lateReason`}
                    hint={t.lateHint}
                    optional
                  >
                    <TextInput value={row.lateReason} onChange={(lateReason) => change({ lateReason })} />
                  </Field>
                </div>
              )}
            </>
          )}
        />
        {unexplained.length > 0 && (
          <div>
            <Button size="small" icon="plus" onClick={() => setRows([...written, ...unexplained])}>
              {t.addUnexplained(unexplained.length)}
            </Button>
          </div>
        )}
      </Field>
      <InsertTemplate contract={props.contract} purpose="RETURN" value={opinion} onChange={setOpinion} />
      <Field label={t.opinion} path="opinion" optional>
        <TextArea value={opinion} rows={3} max={2000} onChange={setOpinion} />
      </Field>
    </FormDialog>
  );
}
