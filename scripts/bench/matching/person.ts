/** Somebody's data in the making. */
export interface Writable {
  given: string;
  family: string;
  /** Which community's names are drawn from, for relatives; no intake writes it down. */
  community: number;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  enterprise: string | null;
  municipality: string | null;
  nationalNumber: string | null;
}
