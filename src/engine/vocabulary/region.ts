const PREFIX = '(?:[a-z]{2}|us-gov|us-iso[a-z]?|eu-isoe|eusc-[a-z]{2})';
const DIRECTION = '(?:central|east|north|northeast|northwest|south|southeast|southwest|west)';

/** How a Region is written: `eu-west-1`, `us-gov-east-1`. Which ones there are changes from year to year. */
export const REGION_FORM = new RegExp(`^${PREFIX}-${DIRECTION}-\\d{1,2}$`);

/** Regions within a text. */
export const REGIONS_IN_TEXT = new RegExp(`\\b${PREFIX}-${DIRECTION}-\\d{1,2}\\b`, 'g');
