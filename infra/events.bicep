// Tells the blob function of each file put into uploads. Deployed once the app runs: Event Grid makes sure that the address answers,
// and the key to it is one that the Functions host makes at its first start.
targetScope = 'resourceGroup'

param location string = resourceGroup().location

@description('The storage account whose uploads are watched.')
param storageAccountName string

@description('The vault in which the Functions host keeps its keys.')
param vaultName string

@description('The app\'s own host name.')
param appHost string

@description('Where logs go.')
param workspaceId string

// blobs_extension, as the Functions host writes it where an underscore is not allowed.
var keyName = 'host--systemKey--blobs-095extension'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

module subscription 'modules/subscription.bicep' = {
  name: 'subscription'
  params: {
    location: location
    storageAccountName: storageAccountName
    appHost: appHost
    workspaceId: workspaceId
    key: vault.getSecret(keyName)
  }
}
