const PREFIX = '(?:[a-z]{2}|us-gov|us-iso[a-z]?|eu-isoe|eusc-[a-z]{2})';
const DIRECTION = '(?:central|east|north|northeast|northwest|south|southeast|southwest|west)';

const REGION = new RegExp(`^${PREFIX}-${DIRECTION}-\\d{1,2}$`);

/** Whether a text is written as Regions are: `eu-west-1`, `us-gov-east-1`. Which ones there are changes from year to year. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}

/** Regions within a text. */
export const REGIONS_IN_TEXT = new RegExp(`\\b${PREFIX}-${DIRECTION}-\\d{1,2}\\b`, 'g');
