import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { isKept, keptKey, useKept } from '../design/kept.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useRefusal } from '../design/useRefusal.js';
import type { PatentPageFragment, PatentState } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { OwnerChoice } from '../listings/form/OwnerChoice.js';
import { PatentDocument, SavePatentDocument } from './documents.js';
import css from './EditPatent.module.css';
import { patentFormWords } from './formWords.js';
import { PatentFields, type Content } from './PatentFields.js';

const blank: Content = { kind: 'INVENTION_PATENT', filedOn: '', number: '', title: '', feeReduction: 'NONE' };

const contentOf = (patent: PatentPageFragment): Content => ({
  number: patent.number,
  kind: patent.kind,
  title: patent.title,
  summary: patent.summary,
  applicants: [...patent.applicants],
  owners: [...patent.owners],
  inventors: [...patent.inventors],
  ipc: [...patent.ipc],
  keywords: [...patent.keywords],
  filedOn: patent.filedOn,
  publishedOn: patent.publishedOn,
  publicationNumber: patent.publicationNumber,
  grantedOn: patent.grantedOn,
  expiresOn: patent.expiresOn,
  termNote: patent.termNote,
  feeReduction: patent.feeReduction ?? 'NONE',
  family: patent.family.map(({ office, number, title }) => ({ office, number, title })),
  cluster: patent.cluster,
  techField: patent.techField,
  divisionCode: patent.divisionCode,
});

/** Enters a patent, or corrects what was entered. */
export function EditPatentPage() {
  const t = useWords(patentFormWords);
  const { id = 'new' } = useParams();
  const { organisationsAs } = useViewer();
  const owners = organisationsAs('TRANSFER_OFFICER');
  const [owner, setOwner] = useState<string | null>(owners.length === 1 ? (owners[0]?.id ?? null) : null);
  const [result, ask] = useQuery({ query: PatentDocument, variables: { id }, pause: id === 'new' });
  if (id === 'new')
    return owner === null ? (
      <OwnerChoice title={t.enter} intro={t.intro} organisations={owners} onChoose={setOwner} />
    ) : (
      <Editor patent={null} ownerId={owner} />
    );
  return (
    <Loaded
      page
      result={result}
      value={result.data?.patent}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(patent) => <Editor patent={patent} ownerId={null} />}
    </Loaded>
  );
}

/** What is typed is kept on this device until it is saved; what another version was corrected to is left aside. */
function Editor({ patent, ownerId }: { patent: PatentPageFragment | null; ownerId: string | null }) {
  const t = useWords(patentFormWords);
  const c = useWords(common);
  const navigate = useNavigate();
  const toast = useToast();
  const kept = `patent/${patent?.version ?? 'new'}`;
  const [restored, setRestored] = useState(() => isKept(keptKey(kept)));
  const [content, setContent, forgetContent] = useKept<Content>(kept, 'content', () =>
    patent === null ? blank : contentOf(patent),
  );
  const [state, setState, forgetState] = useKept<PatentState>(kept, 'state', 'GRANTED');
  const [paidThrough, setPaid, forgetPaid] = useKept(kept, 'paidThrough', '');
  const save = useCommand(SavePatentDocument);
  const [missing, setMissing] = useState<Failure | null>(null);
  const failure = missing ?? save.failure;
  const form = useRef<HTMLFormElement>(null);
  const general = useRefusal(form, failure);
  const title = patent === null ? t.enter : t.correct;
  useTitle(title);
  const reset = (): void => [forgetContent, forgetState, forgetPaid].forEach((forget) => forget());
  const submit = async (): Promise<void> => {
    // The one field that the server cannot be asked without.
    const found = content.filedOn === '' ? [{ path: 'filedOn', code: 'REQUIRED', message: t.noFiledOn }] : [];
    setMissing(found.length === 0 ? null : { code: 'INVALID_INPUT', message: '', violations: found });
    if (found.length > 0) return;
    const outcome = await save.run({
      ...(patent === null
        ? { ownerId, state, paidThrough: Number(paidThrough) || null }
        : { id: patent.id, expectedVersion: patent.version }),
      content,
    });
    if (!outcome.ok) return;
    reset();
    toast(t.saved);
    void navigate(`/patents/${outcome.data.savePatent.patent.id}`);
  };
  return (
    <div className="wrap">
      <form
        ref={form}
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Heading title={title} intro={t.intro} />
        {restored && (
          <p className="row quiet" role="status">
            {t.restored}
            <Button
              tone="quiet"
              size="small"
              onClick={() => {
                reset();
                setRestored(false);
              }}
            >
              {t.drop}
            </Button>
          </p>
        )}
        <ErrorsProvider value={failure?.violations ?? []}>
          <PatentFields
            content={content}
            state={patent === null ? state : null}
            onState={setState}
            onChange={(patch) => setContent((before) => ({ ...before, ...patch }))}
          >
            {patent === null && state === 'GRANTED' && (
              <Field label={t.paidThrough} path="paidThrough" hint={t.paidHint}>
                <TextInput inputMode="numeric" value={paidThrough} onChange={setPaid} />
              </Field>
            )}
          </PatentFields>
        </ErrorsProvider>
        <Refusal failure={general} />
        <div className={css['foot']}>
          <Button to={patent === null ? '/patents' : `/patents/${patent.id}`}>{c.cancel}</Button>
          <Button type="submit" tone="primary" busy={save.busy}>
            {patent === null ? t.enter : t.save}
          </Button>
        </div>
      </form>
    </div>
  );
}

export { EditPatentPage as Component };
