const freeMail =
  /@(gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|aol|proton|protonmail|gmx|mail|zoho|qq|163|126|naver|yandex)\.[a-z.]+$/u;
const twoNames = /^\p{L}+[._-]\p{L}+\d*@/u;
const roleWords =
  /(^|[._-])(admin|board|bureau|centre|center|city|command|committee|contact|council|data|department|dept|desk|digital|director|division|help|info|information|it|lead|mail|mayor|municipality|office|officer|operations|ops|planning|plans?|press|programme|program|projects?|public|secretariat|secretary|section|service|services|smart|staff|support|team|transport|unit|works)([._-]|\d*@)/u;

/**
 * Returns whether an e-mail address looks like a person's rather than an office's: one of a free mail service, or two
 * names ("first.last@"). A guess, good enough to ask and not to refuse.
 */
export function looksPersonal(address: string): boolean {
  return freeMail.test(address) || (twoNames.test(address) && !roleWords.test(address));
}
