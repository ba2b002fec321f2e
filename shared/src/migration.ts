/** Migrations: numbered, linear, reversible, plain SQL. */
import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Makes a numbered migration of plain SQL. Numbers below 10 and from 9000 on are the kernel's; a subgraph counts from 10.
 * TypeORM orders by the digits at the end of the name, which it takes for a time.
 */
export function migration(number: number, name: string, up: string, down: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = `${name}-${String(number).padStart(13, "0")}`;

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(up);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(down);
    }
  };
}
