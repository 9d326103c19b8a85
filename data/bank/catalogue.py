"""What PostgreSQL's own catalogue says of our schema, as questions to it."""

from __future__ import annotations

RELATIONS = """
    SELECT CASE WHEN relpersistence <> 'p' THEN 'unlogged relation' WHEN relkind = 'r' THEN 'table' WHEN relkind = 'i' THEN 'index'
           WHEN relkind IN ('v', 'm') THEN 'view' WHEN relkind = 'S' THEN 'sequence' ELSE 'table of another kind' END, relname
    FROM pg_class WHERE relnamespace = 'plimsoll'::regnamespace
"""
"""What is not logged is gone after a crash of the server."""

COLUMNS = """
    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, coalesce(l.collname, ''), a.attidentity <> '' OR a.attgenerated <> ''
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_collation l ON l.oid = a.attcollation
    WHERE c.relnamespace = 'plimsoll'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
"""

CONSTRAINTS = """
    SELECT c.relname, k.contype::text, count(*) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.connamespace = 'plimsoll'::regnamespace AND k.contype IN ('p', 'f', 'u', 'c', 'x') GROUP BY 1, 2
"""

COULD_RUN = """
    SELECT 'trigger', t.tgname, 'on ' || c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'plimsoll'::regnamespace AND NOT t.tgisinternal
    UNION ALL SELECT 'rule', r.rulename, 'on ' || c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.relnamespace = 'plimsoll'::regnamespace AND c.relkind = 'r'
    UNION ALL SELECT 'policy', p.polname, 'on ' || c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = 'plimsoll'::regnamespace
    UNION ALL SELECT 'table', h.inhrelid::regclass::text, 'that counts as part of ' || c.relname
    FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhparent WHERE c.relnamespace = 'plimsoll'::regnamespace AND c.relkind = 'r'
    UNION ALL SELECT 'function', proname, '' FROM pg_proc WHERE pronamespace = 'plimsoll'::regnamespace
    UNION ALL SELECT 'call of a function', d.refobjid::regprocedure::text, 'in ' || pg_describe_object(d.classid, d.objid, d.objsubid)
    FROM pg_depend d
    LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
    LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
    LEFT JOIN pg_class c ON c.oid = coalesce(k.conrelid, f.adrelid, CASE WHEN d.classid = 'pg_class'::regclass THEN d.objid END)
    WHERE d.refclassid = 'pg_proc'::regclass AND c.relnamespace = 'plimsoll'::regnamespace
"""
"""Whatever runs or hides rows when ours are read or written; the triggers behind foreign keys are the server's own."""
