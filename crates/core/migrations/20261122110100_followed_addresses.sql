-- Addresses of contacts as they are read: one that follows an organization (R3) says what that one's primary address says.

CREATE VIEW contact_addresses AS
SELECT a.id, a.contact_id, a.label, a.is_primary, a.organization_id,
  iif(a.organization_id IS NULL, a.street, o.street) AS street,
  iif(a.organization_id IS NULL, a.street2, o.street2) AS street2,
  iif(a.organization_id IS NULL, a.city, o.city) AS city,
  iif(a.organization_id IS NULL, a.region, o.region) AS region,
  iif(a.organization_id IS NULL, a.postcode, o.postcode) AS postcode,
  iif(a.organization_id IS NULL, a.country, o.country) AS country,
  iif(a.organization_id IS NULL, a.full_address, o.full_address) AS full_address
FROM addresses a
LEFT JOIN organization_addresses o ON o.organization_id = a.organization_id AND o.is_primary = 1;

CREATE INDEX addresses_organization ON addresses (organization_id) WHERE organization_id IS NOT NULL;
