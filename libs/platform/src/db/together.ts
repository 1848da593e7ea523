import { join, raw, sql, type Sql } from './sql.js';

interface Asked {
  readonly statement: Sql;
  readonly answer: (rows: unknown[]) => void;
  readonly refuse: (error: unknown) => void;
}

/** Statements that were asked for in one go, sent as one: each is a column that holds its rows. */
export class Together {
  private asked: Asked[] = [];

  constructor(private readonly send: (statement: Sql) => Promise<readonly Record<string, unknown[]>[]>) {}

  query<R>(statement: Sql): Promise<R[]> {
    return new Promise<R[]>((resolve, reject) => {
      if (this.asked.length === 0) queueMicrotask(() => void this.flush());
      this.asked.push({ statement, answer: (rows) => resolve(rows as R[]), refuse: reject });
    });
  }

  private async flush(): Promise<void> {
    const asked = this.asked;
    this.asked = [];
    const columns = asked.map(
      ({ statement }, index) => sql`(select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${statement}) q)
        as ${raw(`rows_${index}`)}`,
    );
    try {
      const [row] = await this.send(sql`select ${join(columns)}`.prepared());
      asked.forEach(({ answer }, index) => answer(row?.[`rows_${index}`] ?? []));
    } catch (error) {
      for (const { refuse } of asked) refuse(error);
    }
  }
}
