# What follows the first comma names the cmdlet.
param($record)
("$($record.FullyQualifiedErrorId)" -split ',')[0]
