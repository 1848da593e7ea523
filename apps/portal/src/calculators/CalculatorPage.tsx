import { useEffect, useMemo, useState, type SubmitEvent } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { useToday } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { failureOf, type Failure } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Crumbs } from '../design/DetailPage.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice, Refusal } from '../design/States.js';
import { useLanguage, useWords } from '../i18n/index.js';
import css from './Calculators.module.css';
import { CalculationView } from './CalculationView.js';
import {
  CalculateDocument,
  CalculationDocument,
  CalculatorsDocument,
  PrefillDocument,
  SaveCalculationDocument,
  type Calculation,
  type Calculator,
} from './documents.js';
import { englishCalculator } from './english.js';
import { FieldsForm } from './FieldControl.js';
import { filledInputs, type Inputs } from './inputs.js';
import { calculatorWords } from './words.js';

/** One calculator: free-standing, filled in from a contract, or from an earlier calculation. */
export function Component() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const [contractId, earlierId] = [params.get('contract'), params.get('from')];
  const [result, ask] = useQuery({ query: CalculatorsDocument });
  const [prefill] = useQuery({
    query: PrefillDocument,
    variables: { calculator: id, contractId: contractId ?? '' },
    pause: contractId === null,
  });
  const [earlier] = useQuery({
    query: CalculationDocument,
    variables: { id: earlierId ?? '' },
    pause: earlierId === null,
  });
  const waiting = prefill.fetching || earlier.fetching;
  const calculator = result.data && (result.data.calculators.find((found) => found.id === id) ?? null);
  const given: unknown = earlier.data?.calculation?.inputs ?? prefill.data?.calculatorPrefill;
  return (
    <div className="wrap">
      <Loaded
        page
        result={result}
        value={waiting ? undefined : calculator}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(found) => (
          <CalculatorForm
            key={`${found.id}/${contractId ?? ''}/${earlierId ?? ''}`}
            calculator={found}
            given={given}
            contractId={contractId}
            prefillFailure={prefill.error ? failureOf(prefill.error) : null}
          />
        )}
      </Loaded>
    </div>
  );
}

function CalculatorForm({
  calculator,
  given,
  contractId,
  prefillFailure,
}: {
  calculator: Calculator;
  given: unknown;
  contractId: string | null;
  prefillFailure: Failure | null;
}) {
  const t = useWords(calculatorWords);
  const { language } = useLanguage();
  const client = useClient();
  const today = useToday();
  const english = language === 'en' ? englishCalculator(calculator.id) : undefined;
  const title = english?.title ?? calculator.title;
  useTitle(title);
  const start = useMemo(() => filledInputs(calculator.fields, given), [calculator.fields, given]);
  const [inputs, setInputs] = useState<Inputs>(start);
  const [on, setOn] = useState(today);
  const [calculation, setCalculation] = useState<Calculation | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  // A result beside inputs that it does not belong to would mislead.
  useEffect(() => setCalculation(null), [inputs, on]);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const run = async (): Promise<void> => {
      setBusy(true);
      setFailure(null);
      const variables = { calculator: calculator.id, inputs, on: on || null };
      const answer = await client
        .query(CalculateDocument, variables, { requestPolicy: 'network-only' })
        .toPromise();
      setBusy(false);
      if (answer.error) setFailure(failureOf(answer.error));
      setCalculation(answer.data?.calculate ?? null);
    };
    void run();
  };
  return (
    <>
      <Crumbs crumbs={[{ label: t.title, to: '/calculators' }]} />
      <Heading title={title} intro={english?.summary ?? calculator.summary} />
      <div className={css['grid']}>
        <form onSubmit={submit} className={css['form']}>
          {contractId !== null && !prefillFailure && <Notice>{t.prefilled}</Notice>}
          {prefillFailure && (
            <Notice tone="amber" icon="warn">
              {t.notPrefilled}
            </Notice>
          )}
          <ErrorsProvider value={failure?.violations ?? []}>
            <FieldsForm
              calculator={calculator.id}
              fields={calculator.fields}
              inputs={inputs}
              path="inputs"
              onChange={setInputs}
            />
            <Field label={t.on} hint={t.onHint}>
              <TextInput type="date" value={on} onChange={setOn} />
            </Field>
          </ErrorsProvider>
          {failure && <Refusal failure={failure} />}
          <div>
            <Button type="submit" tone="primary" size="large" busy={busy}>
              {t.calculate}
            </Button>
          </div>
        </form>
        <section className={css['outcome']} aria-live="polite" aria-label={t.result}>
          {calculation ? (
            <>
              <CalculationView calculation={calculation} />
              <SaveForm calculation={calculation} contractId={contractId} />
            </>
          ) : (
            <p className="quiet">{t.notYet}</p>
          )}
        </section>
      </div>
    </>
  );
}

/** Keeps the result, for who is signed in. */
function SaveForm({ calculation, contractId }: { calculation: Calculation; contractId: string | null }) {
  const t = useWords(calculatorWords);
  const { viewer } = useViewer();
  const navigate = useNavigate();
  const save = useCommand(SaveCalculationDocument);
  const [title, setTitle] = useState(calculation.calculator.title);
  if (!viewer)
    return (
      <p className="no-print">
        <Link to="/sign-in">{t.signIn}</Link>
      </p>
    );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const run = async (): Promise<void> => {
      const { calculator, inputs, on } = calculation;
      const outcome = await save.run({ calculator: calculator.id, title, inputs, on, contractId });
      if (outcome.ok) void navigate(`/calculations/${outcome.data.saveCalculation.calculation.id ?? ''}`);
    };
    void run();
  };
  return (
    <form onSubmit={submit} className={`${css['save'] ?? ''} no-print`}>
      <ErrorsProvider value={save.failure?.violations ?? []}>
        <Field label={t.name} path="title">
          <TextInput value={title} maxLength={100} onChange={setTitle} />
        </Field>
      </ErrorsProvider>
      <Button type="submit" busy={save.busy}>
        {t.save}
      </Button>
      {save.failure && <Refusal failure={save.failure} />}
    </form>
  );
}
