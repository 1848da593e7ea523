import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pairs of needs and experts that were told, what people said of them, and why an expert is not recommended. What is known
 * of experts from before comes by the handler of a new name, which is told everything again.
 */
export class ExpertPairs1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.expert
        add column state text not null default '',
        add column visibility text not null default '',
        add column recused_ids uuid[] not null default '{}',
        add column recused_names text[] not null default '{}';
      create index expert_recused_names on matching.expert using gin (recused_names);
      create index organisation_name on matching.organisation (name);

      create table matching.expert_recommendation (
        id uuid primary key,
        need_id uuid not null,
        expert_id uuid not null,
        need_owner_id uuid not null,
        person_id text not null,
        score int not null check (score between 0 and 100),
        parts jsonb not null,
        shared_terms text[] not null,
        model_version text not null,
        created_at timestamptz not null,
        constraint expert_recommendation_once unique (need_id, expert_id)
      );
      create index on matching.expert_recommendation (need_owner_id, created_at desc, id desc);
      create index on matching.expert_recommendation (person_id, created_at desc, id desc);

      create table matching.expert_feedback (
        id uuid primary key,
        version int not null,
        need_id uuid not null,
        expert_id uuid not null,
        person_id uuid not null,
        -- Whose list the verdict counts in: as one of the need's owner's people, and as the expert.
        spoke_for uuid,
        by_expert boolean not null,
        verdict text not null check (verdict in ('USEFUL', 'NOT_USEFUL', 'NOT_ME')),
        reason text not null check (char_length(reason) <= 500),
        causes text[] not null check (causes <@ array['TEXT', 'FIELD', 'TIME', 'COOPERATION', 'PLACE']),
        score int not null check (score between 0 and 100),
        parts jsonb not null,
        model_version text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint expert_feedback_once unique (need_id, expert_id, person_id),
        constraint expert_feedback_not_me check (verdict <> 'NOT_ME' or (by_expert and reason <> ''))
      );
      create index on matching.expert_feedback (expert_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table matching.expert_feedback;
      drop table matching.expert_recommendation;
      drop index matching.organisation_name;
      drop index matching.expert_recused_names;
      alter table matching.expert drop column state, drop column visibility, drop column recused_ids,
        drop column recused_names;
    `);
  }
}
