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
    await runner.query(surveyFunction({ faces: false }));
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
    await runner.query(surveyFunction({ faces: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(surveyFunction({ faces: false }));
  }
}
