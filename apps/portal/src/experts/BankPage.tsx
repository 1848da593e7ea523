import { useWords } from '../i18n/index.js';
import { ExpertList } from './ExpertList.js';
import { expertWords } from './words.js';

/** 专家库 as its bureau keeps it: in every state but drafts, who waits first. */
export function BankPage() {
  const t = useWords(expertWords);
  return (
    <ExpertList bank title={t.bank} intro={t.bankIntro} empty={{ title: t.bankNone, text: t.bankNoneText }} />
  );
}

export { BankPage as Component };
