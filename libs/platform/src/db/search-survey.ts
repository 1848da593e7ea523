/**
 * What a page of results needs of very many documents, as one function of the database: how many there are, what they are
 * counted by, and the best of the newest. Of what is kept for migrations of before it differs by what is named beside ids.
 * @param faces whether each document that is named says by which of its faces the reader finds it
 * @param heads whether the best are told by titles and keywords, which are at hand, or by all words, which are packed
 */
export function surveyFunction({
  faces,
  heads,
}: {
  readonly faces: boolean;
  readonly heads: boolean;
}): string {
  const face = (column: string): string => (faces ? column : '');
  const [words, place] = heads
    ? ['head', `platform.search_text d where d.type = f.type and d.id = f.id and d.face = f.face`]
    : ['tsv', 'platform.search_document d where d.ctid = f.place'];
  return `
    create or replace function platform.search_survey(
      asked tsquery, -- what is looked for
      types text[],
      tokens text[], -- the reader's; null for a job, which finds all
      filters jsonb, -- name → values
      facets jsonb, -- [{ name, own }]: own is the filter under which the facet is not counted
      ranked tsquery, -- by which the best are told
      few int, -- up to so many are named, whatever the filters say
      newest int, -- of more, about so many are ranked
      best int -- and so many of these are named
    ) returns jsonb language plpgsql stable
    set enable_seqscan = off set enable_nestloop = off set work_mem = '32MB' set jit = off set plan_cache_mode = force_generic_plan as $$
    begin
      return (
        with held as materialized (
          select s.class, s.id, ${face('s.face, ')}s.ctid as place from platform.search_document s
          where s.tsv @@ asked and s.listed and s.type = any (types)),
        classes as materialized (
          select g.class, g.documents, d.type, d.vals, array(
            select f.key from jsonb_each(filters) f
            where (d.vals -> f.key ?| array(select jsonb_array_elements_text(f.value))) is not true) as unmet
          from (select class, count(*)::int as documents, any_value(place) as place from held group by class) g
          cross join lateral (
            select d.type, d.vals from platform.search_document d where d.ctid = g.place and case
              when tokens is null then d.face = 0
              else d.visible_to && tokens and not d.hidden_from && tokens end
            offset 0) d),
        total as materialized (select coalesce(sum(documents), 0)::int as documents from classes),
        met as materialized (select class, type, documents from classes where unmet = '{}'),
        -- A sixteenth tells from which id on the newest stand, so that not all are sorted; some more to be sure.
        edge as materialized (
          select h.id from held h join met m on m.class = h.class
          where uuid_hash(h.id) & 15 = 0 and newest > 0 and (select documents from total) > few
          order by h.id desc offset newest / 16 + 20 limit 1),
        fresh as (
          select m.type, h.id, ${face('h.face, ')}h.place from held h join met m on m.class = h.class
          where newest > 0 and (select documents from total) > few
            and h.id >= coalesce((select id from edge), '00000000-0000-0000-0000-000000000000')
          order by h.id desc limit newest),
        top as (
          select f.type, f.id, ${face('f.face, ')}d.score from fresh f cross join lateral (
            select (ts_rank('{0.1, 0.2, 0.4, 1.0}', d.${words}, ranked, 1) * 1000000)::int as score
            from ${place} offset 0) d
          order by d.score desc, f.id desc limit best)
        select jsonb_build_object(
          'few', (
            select coalesce(jsonb_agg(jsonb_build_object('type', c.type, 'id', h.id, ${face("'face', h.face, ")}'met', c.unmet = '{}')), '[]')
            from held h join classes c on c.class = h.class
            having (select documents from total) <= few),
          'best', (
            select coalesce(jsonb_agg(to_jsonb(t) order by t.score desc, t.id desc), '[]') from top t),
          'types', (
            select coalesce(jsonb_object_agg(m.type, m.documents), '{}') from (
              select type, sum(documents)::int as documents from met group by type) m),
          'facets', (
            select coalesce(jsonb_agg(to_jsonb(n)), '[]') from (
              select f.name as facet, v.value, sum(c.documents)::int as count
              from classes c cross join jsonb_to_recordset(facets) as f (name text, own text)
              cross join lateral jsonb_array_elements_text(case jsonb_typeof(c.vals -> f.name)
                when 'array' then c.vals -> f.name
                when 'string' then jsonb_build_array(c.vals -> f.name)
                else '[]' end) as v (value)
              where c.unmet <@ array[f.own]
              group by 1, 2) n)));
    end $$`;
}
