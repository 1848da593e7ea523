import { SubNav } from '../design/SubNav.js';
import { useWords } from '../i18n/index.js';
import { expertWords } from './words.js';

/** Experts, and the projects that are among what they did. */
export function ExpertTabs() {
  const t = useWords(expertWords);
  return (
    <SubNav
      label={t.title}
      items={[
        { to: '/experts', label: t.title },
        { to: '/projects', label: t.projects },
      ]}
    />
  );
}
