import { electronicFormatIBAN, validateIBAN, ValidationErrorsIBAN } from "ibantools";

const wrongDigits = [ValidationErrorsIBAN.WrongIBANChecksum, ValidationErrorsIBAN.WrongAccountBankBranchChecksum];

/** What is wrong with an account number: ISO 13616, with each country's length and its own check digits; null where nothing is. */
export function bankAccountFault(text: string): "TYPE" | "CHECK_DIGITS" | null {
  const { valid, errorCodes } = validateIBAN(electronicFormatIBAN(text) ?? "");
  if (valid) return null;
  return errorCodes.every((code) => wrongDigits.includes(code)) ? "CHECK_DIGITS" : "TYPE";
}
