import { SubNav } from '../design/SubNav.js';
import { useWords } from '../i18n/index.js';
import { recommendationWords } from './words.js';

export function RecommendationTabs() {
  const t = useWords(recommendationWords);
  return (
    <SubNav
      label={t.title}
      items={[
        { to: '/recommendations', label: t.pairs },
        { to: '/recommendations/experts', label: t.experts },
      ]}
    />
  );
}
