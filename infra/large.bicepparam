// A site with some million readers a day: two instances and more, copies in three zones, a firewall that knows bots.
using 'main.bicep'

param name = readEnvironmentVariable('NEWS_NAME', 'news')
param image = readEnvironmentVariable('NEWS_IMAGE', 'mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0')
param previewSecret = readEnvironmentVariable('NEWS_PREVIEW_SECRET', '')
param siteUrl = readEnvironmentVariable('NEWS_SITE_URL', '')
param siteName = readEnvironmentVariable('NEWS_SITE_NAME', 'News')
param siteLang = readEnvironmentVariable('NEWS_SITE_LANG', 'vi')
param alertEmail = readEnvironmentVariable('NEWS_ALERT_EMAIL', '')
param size = { cpu: '2.0', memory: '4Gi', minReplicas: 2, maxReplicas: 30, cacheMegabytes: 512 }
param cosmosMode = 'autoscale'
param cosmosMaxThroughput = 10000
param cosmosBackup = 'Continuous30Days'
param zoneRedundant = true
param doorSku = 'Premium_AzureFrontDoor'
param logRetentionDays = 90
param logDailyGigabytes = 20
