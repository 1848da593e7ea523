import { Injectable } from '@nestjs/common';
import type { ExportedRow, Exporter } from '@jihui/platform';
import type { Organisation } from '../core/organisation/organisation.js';
import { OrganisationsStore } from '../store/organisations.store.js';

const BATCH = 500;

/** What stands under each heading; the import reads the same headings. */
const COLUMNS: readonly (readonly [string, (organisation: Organisation) => string])[] = [
  ['编号', ({ externalId }) => externalId ?? ''],
  ['单位名称', ({ name }) => name],
  ['机构类型', ({ kind }) => kind],
  ['统一社会信用代码', ({ uscc }) => uscc],
  ['行政区划', ({ divisionCode }) => divisionCode],
  ['单位性质', ({ partyNature }) => partyNature],
  ['国家设立', ({ stateEstablished }) => (stateEstablished ? '是' : '否')],
  ['法定代表人', ({ legalRepresentative }) => legalRepresentative],
  ['注册地址', ({ address }) => address],
  ['联系人', ({ contactName }) => contactName],
  ['联系电话', ({ contactPhone }) => contactPhone],
  ['联系邮箱', ({ contactEmail }) => contactEmail],
  ['网站', ({ website }) => website],
  ['机构简介', ({ introduction }) => introduction],
];

/** The approved organisations; bureaus are left out, since no file may bring one in. */
@Injectable()
export class OrganisationsExport implements Exporter {
  readonly columns = COLUMNS.map(([heading]) => heading);

  constructor(private readonly organisations: OrganisationsStore) {}

  async *rows(): AsyncGenerator<ExportedRow> {
    for (let after: string | undefined; ;) {
      const batch = await this.organisations.exported(after, BATCH);
      for (const organisation of batch)
        yield Object.fromEntries(COLUMNS.map(([heading, cell]) => [heading, cell(organisation)]));
      after = batch.at(-1)?.id;
      if (after === undefined) return;
    }
  }
}
