const freeMail =
  /@(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|aol|proton|protonmail|gmx|mail|zoho|qq|163|126|naver|yandex)\.[a-z.]+$/u;
const twoNames = /^\p{L}+[._-]\p{L}+\d*@/u;
const roleWords =
  /(^|[._-])(admin|board|bureau|centre|center|city|command|committee|contact|council|data|department|dept|desk|digital|director|division|help|info|information|it|lead|mail|mayor|municipality|office|officer|operations|ops|planning|plans?|press|programme|program|projects?|public|secretariat|secretary|section|service|services|smart|staff|support|team|transport|unit|works)([._-]|\d*@)/u;

/**
 * Returns true when an e-mail address looks like a person's and not an office's: it is from a free mail service, or has
 * two names ("first.last@"). This is a guess that is good enough for a question, not for a refusal.
 */
export function looksPersonal(address: string): boolean {
  return freeMail.test(address) || (twoNames.test(address) && !roleWords.test(address));
}
