import type { Step } from '../../design/StepForm.js';
import type { contractWords } from '../words.js';
import { BasicsPart } from './BasicsPart.js';
import { ContentPart } from './ContentPart.js';
import { FlagsPart } from './FlagsPart.js';
import { MoneyPart } from './MoneyPart.js';
import { BrokersPart, PartiesPart } from './PartiesPart.js';
import type { ApplicationForm } from './state.js';

export type FormStep = 'project' | 'sellers' | 'buyers' | 'content' | 'money' | 'flags';

/** The parts of the contract's form as the steps that fill it in, in order: of an application and of a change alike. */
export function formSteps(
  form: ApplicationForm,
  patch: (change: Partial<ApplicationForm>) => void,
  t: (typeof contractWords)['zh'],
): Readonly<Record<FormStep, Step>> {
  const part = { form, patch };
  return {
    project: {
      key: 'project',
      title: t.project,
      paths: [
        'title',
        'contractNumber',
        'subclass',
        'licenceMode',
        'signedOn',
        'signedAt',
        'effectiveFrom',
        'effectiveTo',
        'modelText',
        'electronic',
        'language',
      ],
      render: () => <BasicsPart {...part} />,
    },
    sellers: {
      key: 'sellers',
      title: t.sellers,
      paths: ['sellers'],
      render: () => <PartiesPart {...part} side="sellers" />,
    },
    buyers: {
      key: 'buyers',
      title: `${t.buyers} · ${t.brokers}`,
      paths: ['buyers', 'brokers'],
      render: () => (
        <>
          <PartiesPart {...part} side="buyers" />
          <BrokersPart {...part} />
        </>
      ),
    },
    content: {
      key: 'content',
      title: t.content,
      paths: ['content'],
      render: () => <ContentPart {...part} />,
    },
    money: { key: 'money', title: t.money, paths: ['money'], render: () => <MoneyPart {...part} /> },
    flags: {
      key: 'flags',
      title: t.flags,
      paths: ['flags', 'declaration'],
      render: () => <FlagsPart {...part} />,
    },
  };
}
