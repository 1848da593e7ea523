import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is found, whoever owns it: the head of each document, by which an older version never replaces a newer one; its
 * faces, narrow, for ranking and counting; their texts, for marking and phrases; what other engines have yet to hear;
 * the words that are there, and those an administrator keeps.
 */
export class PlatformSearch1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence platform.search_revision;
      create table platform.search_head (
        type text not null,
        id uuid not null,
        version int not null,
        removed boolean not null,
        -- Rises with every change, those that come from elsewhere than the thing's own version included.
        revision bigint not null,
        -- Whether its words are counted among the words known.
        learnt boolean not null default false,
        primary key (type, id)
      );
      create table platform.search_document (
        type text not null,
        id uuid not null,
        face smallint not null,
        listed boolean not null,
        belongs_to uuid,
        visible_to text[] not null,
        -- Whoever holds one of these tokens finds the document by a richer face.
        hidden_from text[] not null,
        vals jsonb not null,
        sorts jsonb not null,
        numbers text not null,
        tsv tsvector not null,
        primary key (type, id, face)
      );
      create index search_document_words on platform.search_document using gin (tsv);
      create index search_document_numbers on platform.search_document using gin (numbers gin_trgm_ops);
      create index search_document_owner on platform.search_document (belongs_to);
      create table platform.search_text (
        type text not null,
        id uuid not null,
        face smallint not null,
        fields jsonb not null,
        -- All words, normalised, in which phrases are looked for.
        plain text not null,
        primary key (type, id, face)
      );
      create table platform.search_outbox (
        seq bigint generated always as identity primary key,
        type text not null,
        id uuid not null
      );
      create table platform.search_word (
        word text primary key,
        -- How a Han word sounds; empty for others.
        sound text not null,
        documents int not null
      );
      create index search_word_like on platform.search_word using gin (word gin_trgm_ops);
      create index search_word_sound on platform.search_word (sound) where sound <> '';
      create table platform.search_words (
        single boolean primary key default true check (single),
        version int not null check (version > 0),
        -- Sets of texts that mean the same.
        synonyms jsonb not null,
        stop_words text[] not null
      );
      create table platform.search_index (
        engine text primary key,
        -- Under which rules of ours documents were made; other rules make them anew.
        rules text not null,
        built_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.search_index, platform.search_words, platform.search_word,
        platform.search_outbox, platform.search_text, platform.search_document, platform.search_head;
      drop sequence platform.search_revision`);
  }
}
