import { isUscc, normaliseUscc } from '@jihui/kernel';
import { isIdCard } from '../identity-card.js';
import { CHINA } from '../contract.js';
import { Findings } from '../findings.js';
const UNCLEAR = {
    article: '技术合同认定登记规则（修订稿）第39条',
    ground: 'R03'
};
const NATURAL_PERSON = '500';
const keyOf = (party)=>party.identifier ? `${party.identifierKind}:${normaliseUscc(party.identifier)}` : `name:${party.name}`;
function identifier(party, path, found) {
    found.required(`${path}.identifier`, '统一社会信用代码或证件号', party.identifier, UNCLEAR);
    if (!party.identifier) return;
    found.blockIf(party.identifierKind === 'USCC' && !isUscc(normaliseUscc(party.identifier)), `${path}.identifier`, 'CONTRACT.BAD_USCC', '统一社会信用代码的校验位不对，请对照营业执照或法人证书核对', {
        article: 'GB 32100-2015',
        ground: 'R03'
    });
    found.blockIf(party.identifierKind === 'ID_CARD' && !isIdCard(party.identifier), `${path}.identifier`, 'CONTRACT.BAD_ID_CARD', '身份证号的校验位不对，请对照证件核对', {
        article: 'GB 11643-1999',
        ground: 'R03'
    });
}
function party(subject, path, seller, found) {
    found.required(`${path}.name`, '名称', subject.name, UNCLEAR);
    identifier(subject, path, found);
    found.required(`${path}.nature`, '单位性质', subject.nature, UNCLEAR);
    if (subject.country === CHINA) found.required(`${path}.divisionCode`, '行政区划', subject.divisionCode, UNCLEAR).blockIf(subject.identifierKind === 'FOREIGN', `${path}.identifierKind`, 'CONTRACT.FOREIGN_IDENTIFIER', '境内单位请填写统一社会信用代码，自然人请填写身份证号', UNCLEAR);
    if (subject.nature !== NATURAL_PERSON && subject.country === CHINA) found.required(`${path}.legalRepresentative`, '法定代表人', subject.legalRepresentative, UNCLEAR);
    if (seller) found.required(`${path}.contactName`, '项目联系人', subject.contactName, UNCLEAR).required(`${path}.contactPhone`, '联系电话', subject.contactPhone, UNCLEAR);
}
function applicantSide(form, facts, found) {
    const imported = form.flags.foreign === 'IMPORT';
    const side = imported ? form.buyers : form.sellers;
    const first = side[0];
    found.blockIf(side.length > 0 && normaliseUscc(first?.identifier ?? '') !== facts.applicantUscc, imported ? 'buyers.0' : 'sellers.0', 'CONTRACT.APPLICANT_NOT_FIRST', imported ? '技术进口合同由境内买方申请登记：请把申请单位填为第一买方' : '技术合同由卖方申请登记：请把申请单位填为第一卖方', {
        article: '《技术合同认定登记管理办法》2024年征求意见稿：登记主体'
    });
}
function foreignSide(form, found) {
    const abroad = [
        ...form.sellers,
        ...form.buyers
    ].some(({ country })=>country !== CHINA);
    found.blockIf(abroad && form.flags.foreign === 'NONE', 'flags.foreign', 'CONTRACT.FOREIGN_PARTY', '有境外一方，请选择技术进口或出口，并填写许可或登记号', {
        article: '技术进出口管理条例',
        ground: 'R06'
    });
}
/** Parties on both sides, 1..n, each identified; nobody contracts with oneself. */ export const parties = (form, facts)=>{
    const found = new Findings();
    found.required('sellers', '卖方', form.sellers, UNCLEAR).required('buyers', '买方', form.buyers, UNCLEAR);
    form.sellers.forEach((subject, index)=>party(subject, `sellers.${index}`, true, found));
    form.buyers.forEach((subject, index)=>party(subject, `buyers.${index}`, false, found));
    const seen = new Set();
    const sides = [
        ...form.sellers.map((subject, index)=>({
                subject,
                path: `sellers.${index}`
            })),
        ...form.buyers.map((subject, index)=>({
                subject,
                path: `buyers.${index}`
            }))
    ];
    for (const { subject, path } of sides){
        if (!subject.identifier && !subject.name) continue;
        const key = keyOf(subject);
        found.blockIf(seen.has(key), path, 'CONTRACT.PARTY_TWICE', '同一主体不能重复出现在合同各方中', UNCLEAR);
        seen.add(key);
    }
    form.brokers.forEach((broker, index)=>{
        const path = `brokers.${index}`;
        found.required(`${path}.name`, '中介方名称', broker.name, {
            article: '民法典第887条'
        }).warnIf(broker.fee === null || broker.payer === null, `${path}.fee`, 'CONTRACT.BROKER_FEE_OPEN', '未写明中介费用或支付方，按委托人与第三人平均负担处理', {
            article: '最高人民法院技术合同纠纷解释第38至41条'
        });
    });
    applicantSide(form, facts, found);
    foreignSide(form, found);
    return found.found;
};

//# sourceMappingURL=parties.js.map
