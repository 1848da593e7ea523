import type { MigrationInterface, QueryRunner } from 'typeorm';
import { surveyFunction } from './search-survey.js';

/**
 * What a page of results needs of very many documents, in one look at each: how many there are, what they are counted by,
 * and the best of the newest.
 *
 * Documents that ask the same of readers and filters are one class, so that readers and values are compared once a class
 * and not once a document. The planner does not know that a document's words lie apart from its row and would read the
 * words of all documents one after the other; within the function it goes by the index. Nor does it know how many there
 * will be: lists are joined by hashing, and only single rows are looked up one by one.
 */
export class SearchSurvey1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.search_document add column class bigint not null generated always as
        (hash_record_extended(row(type, listed, visible_to, hidden_from, face = 0, vals), 0)) stored`);
    await runner.query(surveyFunction({ faces: false, heads: false }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function platform.search_survey(tsquery, text[], text[], jsonb, jsonb, tsquery, int, int, int);
      alter table platform.search_document drop column class`);
  }
}

/** The survey tells by which face a reader finds each document, so that its text is read without asking for that again. */
export class SearchSurveyFaces1767304000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(surveyFunction({ faces: true, heads: false }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(surveyFunction({ faces: false, heads: false }));
  }
}

/**
 * What the best are told by lies beside each text, unpacked: the words of title and keywords, and the beginning that is
 * compared. To unpack all words of hundreds of documents took most of the time of a search.
 */
export class SearchHeads1770800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.search_text add column head tsvector, alter column head set storage external,
        set (toast_tuple_target = 4080);
      update platform.search_text t set head = coalesce((
        select ts_filter(d.tsv, '{a,b}') from platform.search_document d
        where d.type = t.type and d.id = t.id and d.face = t.face), '');
      -- Writes the table anew, without what the update left behind.
      alter table platform.search_text alter column head set not null,
        add column lead text not null generated always as (left(plain, 600)) stored,
        alter column lead set storage external`);
    await runner.query(surveyFunction({ faces: true, heads: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(surveyFunction({ faces: true, heads: false }));
    await runner.query(`
      alter table platform.search_text drop column lead, drop column head, reset (toast_tuple_target)`);
  }
}
