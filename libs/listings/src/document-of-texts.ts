import { anonymous } from '@jihui/kernel';
import type { City, SearchDocument } from '@jihui/platform';
import { newResult } from './core/new-listing.js';
import { resultContentFrom } from './core/result.form.js';
import { resultDocument } from './search-document.js';
import type { Owner } from './store/owners.store.js';

/** What a result says, as far as evaluations know it. */
export interface ResultTexts {
  readonly id: string;
  readonly title: string;
  readonly keywords: string;
  readonly summary: string;
  readonly keyPoints: string;
}

/**
 * What a public result that says this is found by, made as for any result of the market: for evaluations, whose texts
 * keep none of a form's bounds.
 */
export function documentOfTexts(texts: ResultTexts, city: City): SearchDocument {
  const owner: Owner = {
    id: texts.id,
    version: 1,
    name: '',
    kind: 'OTHER',
    uscc: '',
    divisionCode: '',
    stateEstablished: false,
    active: true,
  };
  const { content } = resultContentFrom({}, owner, city);
  const { title, summary, keyPoints } = texts;
  const said = { ...content, title, keywords: [texts.keywords], summary, keyPoints };
  const begun = { id: texts.id, owner, actor: anonymous, content: said, scopeCode: '', now: new Date(0) };
  return resultDocument(newResult(begun), owner, city).document;
}
