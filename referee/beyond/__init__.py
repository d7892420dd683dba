"""`--cluster`: the workers of a Dask cluster in the place of those of this machine.

Dask carries batches of tasks to machines and carries them elsewhere when one is lost; `cluster` hands them out and `there` does
them, in the same workers under the same hard limits as on this machine, because no task of Dask can be stopped.
"""
