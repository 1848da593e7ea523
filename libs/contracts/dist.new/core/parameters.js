const DRAFT_2024 = '《技术合同认定登记管理办法》2024年12月征求意见稿（2026年正式文本条文待核）';
const OURS = '本平台默认值，可由主管部门调整';
/** Declared defaults; the table of parameters decides, by the day. Names keep the unit. */ export const CONTRACT_PARAMETERS = [
    {
        key: 'summaryMinChars',
        name: 'contracts.summary_min_chars',
        value: 50,
        source: OURS
    },
    {
        key: 'lowRatioBasisPoints',
        name: 'contracts.low_ratio_basis_points',
        value: 2_000,
        source: OURS
    },
    {
        key: 'expertThreshold',
        name: 'contracts.expert_threshold_fen',
        value: 500_000_000,
        source: DRAFT_2024
    },
    {
        key: 'processingWorkingDays',
        name: 'contracts.processing_working_days',
        value: 15,
        source: DRAFT_2024
    },
    {
        key: 'expertWorkingDays',
        name: 'contracts.expert_working_days',
        value: 30,
        source: DRAFT_2024
    },
    {
        key: 'amberWorkingDays',
        name: 'contracts.amber_working_days',
        value: 3,
        source: OURS
    },
    {
        key: 'equipmentSets',
        name: 'contracts.equipment_sets',
        value: 2,
        source: '《技术合同认定登记规则》合理数量标的物：成套技术设备、试验装置一般为1至2套'
    }
];

//# sourceMappingURL=parameters.js.map
