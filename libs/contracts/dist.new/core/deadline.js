import { addDays, addWorkingDays, rollForward } from '@jihui/kernel';
/** Last day on which the registry may decide, counted from the day after acceptance (民法典第201、203条). */ export function dueDay(ruleSet, acceptedOn, days, calendar) {
    return ruleSet.clock === 'WORKING_DAYS' ? addWorkingDays(acceptedOn, days, calendar) : rollForward(addDays(acceptedOn, days), calendar);
}
/** Working days from tomorrow to the due day; negative when it has passed. */ export function workingDaysLeft(today, dueOn, calendar) {
    const [from, to, sign] = today <= dueOn ? [
        today,
        dueOn,
        1
    ] : [
        dueOn,
        today,
        -1
    ];
    let count = 0;
    for(let day = from; day < to;){
        day = addDays(day, 1);
        if (calendar.isWorkingDay(day)) count += 1;
    }
    return count * sign;
}
export const COLOURS = [
    'GREEN',
    'AMBER',
    'RED'
];
export const colourBounds = (today, amberWorkingDays, calendar)=>({
        redUntil: today,
        amberUntil: addWorkingDays(today, amberWorkingDays, calendar)
    });
export const colourOf = (dueOn, bounds)=>dueOn <= bounds.redUntil ? 'RED' : dueOn <= bounds.amberUntil ? 'AMBER' : 'GREEN';

//# sourceMappingURL=deadline.js.map
