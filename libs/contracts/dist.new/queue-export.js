function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_metadata(metadataKey, metadataValue) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") {
        return Reflect.metadata(metadataKey, metadataValue);
    }
}
import { Injectable } from '@nestjs/common';
import { formatYuan } from '@jihui/kernel';
import { pageArgs } from '@jihui/platform';
import { ContractsQueries } from './contracts.queries.js';
import { STATE_LABELS } from './core/lifecycle.js';
const HEAD = [
    '受理编号',
    '项目名称',
    '类别',
    '卖方',
    '买方',
    '合同成交额（元）',
    '技术交易额（元）',
    '状态',
    '受理日',
    '办结期限'
];
/** A spreadsheet would run what begins with these as a formula. */ const FORMULA = /^[=+\-@\t\r]/;
export const csvCell = (value)=>{
    const safe = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const row = (view)=>[
        view.acceptanceNumber ?? '',
        view.title,
        view.className ?? '',
        view.sellers.map(({ name })=>name).join('；'),
        view.buyers.map(({ name })=>name).join('；'),
        formatYuan(view.money.total ?? 0).replaceAll(',', ''),
        formatYuan(view.money.technical ?? 0).replaceAll(',', ''),
        STATE_LABELS[view.state],
        view.acceptedOn ?? '',
        view.dueOn ?? ''
    ];
export class QueueExport {
    constructor(queries){
        this.queries = queries;
    }
    async csv(actor) {
        const lines = [
            HEAD
        ];
        for(let after = null; after !== undefined;){
            const page = await this.queries.queue(actor, {}, pageArgs({
                first: 100,
                after
            }));
            lines.push(...page.edges.map(({ node })=>[
                    ...row(node)
                ]));
            after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
        }
        // The mark at the start tells spreadsheets that the text is UTF-8.
        return `\uFEFF${lines.map((cells)=>cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
    }
}
QueueExport = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof ContractsQueries === "undefined" ? Object : ContractsQueries
    ])
], QueueExport);

//# sourceMappingURL=queue-export.js.map
