import type { StatusTone } from '../design/StatusTag.js';
import { Money } from '../design/Values.js';
import type { ParameterFieldsFragment, ParameterStanding } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { lawWords } from './words.js';

export type Parameter = ParameterFieldsFragment;
export type ParameterVersion = Parameter['versions'][number];

export const standingTones: Readonly<Record<ParameterStanding, StatusTone>> = {
  IN_FORCE: 'good',
  FUTURE: 'moving',
  PAST: 'ended',
  WITHDRAWN: 'ended',
};

/** The parts of this area, below its headings. */
export function useLawParts() {
  const t = useWords(lawWords);
  return [
    { to: '/admin/parameters', label: t.parameters },
    { to: '/admin/holidays', label: t.holidays },
  ];
}

/** A value in the parameter's unit. */
export function ParameterValue({
  parameter,
  value,
}: {
  parameter: Pick<Parameter, 'unit' | 'choices'>;
  value: number;
}) {
  const t = useWords(lawWords);
  const { unit, choices } = parameter;
  const plain = value.toLocaleString('en-US');
  switch (unit) {
    case 'FEN':
      return <Money fen={value} />;
    case 'BASIS_POINTS':
      return <span className="num">{`${(value / 100).toLocaleString('en-US')}%`}</span>;
    case 'CHOICE':
      return <>{choices.find((choice) => choice.value === value)?.label ?? plain}</>;
    default:
      return <span className="num">{t.units[unit](plain)}</span>;
  }
}
