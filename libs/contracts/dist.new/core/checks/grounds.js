import { classOf } from '../contract.js';
import { Findings } from '../findings.js';
/** What the rules name as non-technical by conventional means (reference A3). */ const NON_TECHNICAL = /常规(加工|维修|检测|测绘)|一般(加工|维修)|来料加工|广告(设计|发布)|印刷|装修|物业|翻译|摄影|施工总承包|工程监理|设备(租赁|采购|销售)|法律咨询|会计服务/;
/** Clauses that restrict the other side's development or competition (民法典第850、864条). */ const RESTRICTIVE = /(不得|禁止)[^。；]{0,12}(改进|研究开发|研发|竞争|采购|提出异议)|无偿(回授|归让与人|归许可人)|必须(购买|采购)[^。；]{0,10}(设备|原材料|产品)/;
/** Words of a title that name a class; a title that names another than the form is inconsistent (R07). */ const CLASS_WORDS = [
    [
        /开发合同|研发合同|委托开发|合作开发/,
        '1'
    ],
    [
        /转让合同|转让协议/,
        '2'
    ],
    [
        /许可合同|许可协议/,
        '3'
    ],
    [
        /咨询合同|咨询协议/,
        '4'
    ],
    [
        /服务合同|服务协议|培训合同|中介合同/,
        '5'
    ]
];
const proseOf = (form)=>`${form.title}\n${form.content.summary ?? ''}`;
const clausesOf = ({ content })=>[
        [
            'content.summary',
            content.summary
        ],
        [
            'content.ownershipClause',
            content.ownershipClause
        ],
        [
            'content.confidentialityClause',
            content.confidentialityClause
        ]
    ];
/** First findings of the grounds of refusal: for the reviewer to look at, and R11 as a block. */ export const grounds = (form, facts)=>{
    const found = new Findings();
    const conventional = NON_TECHNICAL.exec(proseOf(form));
    found.warnIf(conventional !== null, 'content.summary', 'CONTRACT.NON_TECHNICAL', `内容提到“${conventional?.[0] ?? ''}”，以常规手段完成的工作不属于技术合同，请说明其中的技术内容`, {
        article: '技术合同认定登记规则（修订稿）第39条',
        ground: 'R02'
    });
    for (const [path, text] of clausesOf(form)){
        const clause = RESTRICTIVE.exec(text ?? '');
        found.warnIf(clause !== null, path, 'CONTRACT.RESTRICTIVE_CLAUSE', `条款“${clause?.[0] ?? ''}”可能限制技术竞争和技术发展，请核对合同原文`, {
            article: '民法典第850条、第864条',
            ground: 'R08'
        });
    }
    const named = CLASS_WORDS.find(([words])=>words.test(form.title))?.[1];
    found.warnIf(named !== undefined && form.subclass !== null && named !== classOf(form.subclass), 'title', 'CONTRACT.TITLE_CLASS_MISMATCH', '项目名称所示的合同类型与所选类别不同，请核对', {
        article: '技术合同认定登记规则（修订稿）第39条',
        ground: 'R07'
    });
    const twin = {
        article: '《技术合同认定登记管理办法》：按地域一次登记',
        ground: 'R11'
    };
    found.blockIf(facts.twins.some(({ likeness })=>likeness === 'SAME_TEXT'), 'files.CONTRACT_TEXT', 'CONTRACT.DUPLICATE', '同一份合同文本已申请或已登记，一份合同只能登记一次；如属误传，请更换文本', twin).warnIf(facts.twins.some(({ likeness })=>likeness === 'SAME_TERMS'), '', 'CONTRACT.LIKELY_DUPLICATE', '已有各方、金额和签订日期相同的合同申请或登记，请确认不是同一份合同或拆分的合同', twin);
    return found.found;
};

//# sourceMappingURL=grounds.js.map
