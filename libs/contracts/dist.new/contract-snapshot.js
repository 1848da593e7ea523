const told = (contract)=>{
    const reasons = [
        ...contract.deficiencies.map(({ message })=>message),
        contract.decisionOpinion
    ];
    const text = reasons.filter((reason)=>reason !== null && reason !== '').join('；');
    return text === '' ? null : text;
};
/** What other domains are told of a contract: nothing of its text, its findings or its reviewers. */ export const snapshotOf = (contract)=>({
        id: contract.id,
        version: contract.version,
        dealId: contract.dealId,
        resultId: contract.resultId,
        needId: contract.needId,
        state: contract.state,
        title: contract.form.title,
        subclass: contract.form.subclass,
        acceptanceNumber: contract.acceptanceNumber,
        registrationNumber: contract.registrationNumber,
        registeredOn: contract.registeredOn,
        dueOn: contract.dueOn,
        registryDivision: contract.registry?.divisionCode ?? '',
        applicantOrganisationId: contract.applicantOrganisationId,
        applicantPersonId: contract.applicantPersonId,
        sellerName: contract.form.sellers[0]?.name ?? '',
        buyerNames: contract.form.buyers.map(({ name })=>name),
        sellerOrganisationId: contract.form.sellers[0]?.organisationId ?? null,
        buyerOrganisationIds: contract.form.buyers.flatMap(({ organisationId })=>organisationId ?? []),
        confirmedPartyIds: contract.submittedAt === null ? [] : contract.confirmedPartyIds,
        brokerNames: contract.form.brokers.map(({ name })=>name),
        signedOn: contract.form.signedOn,
        totalAmount: contract.form.money.total ?? 0,
        technicalAmount: contract.form.money.technical ?? 0,
        returnReason: told(contract)
    });

//# sourceMappingURL=contract-snapshot.js.map
