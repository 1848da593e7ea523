import { SubNav } from '../design/SubNav.js';
import { useWords } from '../i18n/index.js';
import { registerWords } from './words.js';

/** Brokers and agencies, the two halves of the register of intermediaries. */
export function IntermediaryTabs({ whole }: { readonly whole: boolean }) {
  const t = useWords(registerWords);
  const end = whole ? '/register' : '';
  return (
    <SubNav
      label={t.intermediaries}
      items={[
        { to: `/brokers${end}`, label: t.brokers },
        { to: `/agencies${end}`, label: t.agencies },
        { to: '/agencies/supports', label: t.supports },
      ]}
    />
  );
}
