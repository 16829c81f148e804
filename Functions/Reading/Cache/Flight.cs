using News.Functions.Storage.Stamps;

namespace News.Functions.Reading.Cache;

/// <summary>A value being made, and all who wait for it.</summary>
internal sealed class Flight(Recording recording)
{
    private readonly TaskCompletionSource<IKept?> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Recording Recording => recording;

    public Task<IKept?> Value => _landed.Task;

    public void Land(IKept? value) => _landed.SetResult(value);

    public void Fail(Exception fault) => _landed.SetException(fault);
}
