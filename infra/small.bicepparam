// A site with some thousand readers a day: one instance, and what is not used is not paid.
using 'main.bicep'

param name = readEnvironmentVariable('NEWS_NAME', 'news')
param image = readEnvironmentVariable('NEWS_IMAGE', 'mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0')
param previewSecret = readEnvironmentVariable('NEWS_PREVIEW_SECRET', '')
param siteUrl = readEnvironmentVariable('NEWS_SITE_URL', '')
param siteName = readEnvironmentVariable('NEWS_SITE_NAME', 'News')
param siteLang = readEnvironmentVariable('NEWS_SITE_LANG', 'vi')
param alertEmail = readEnvironmentVariable('NEWS_ALERT_EMAIL', '')
param size = { cpu: '1.0', memory: '2Gi', minReplicas: 1, maxReplicas: 3, cacheMegabytes: 96 }
param cosmosMode = 'serverless'
param cosmosBackup = 'Continuous7Days'
param doorSku = 'Standard_AzureFrontDoor'
param logRetentionDays = 30
param logDailyGigabytes = 1
